/** Writes the package into the folder, made when it is not there. */
export declare function writeSyntheticPackage(
  folder: string,
  options: { readonly events: number; readonly seed?: number },
): Promise<void>;
