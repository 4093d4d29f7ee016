import type { AppState } from "#web/state/app-state.ts";

/**
 * Fetches a part of the page that is not there from the start. Answers null, with a notice to the reader, when it does
 * not come; the notice goes as soon as a part comes. What is no longer wanted fails in silence.
 */
export async function loadPart<Part>(
  { actions, notice }: Pick<AppState, "actions" | "notice">,
  load: () => Promise<Part>,
  isWanted: () => boolean = () => true,
): Promise<Part | null> {
  try {
    const part = await load();
    if (notice.peek()?.kind === "part-failed") actions.notify(null);
    return part;
  } catch {
    if (isWanted()) actions.notify({ kind: "part-failed" });
    return null;
  }
}
