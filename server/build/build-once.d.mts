export function sourcesHash(others?: readonly string[]): string;
export function buildOnce(
  parts: readonly ("web" | "server")[],
  options?: { readonly isAnew?: boolean },
): Promise<void>;
