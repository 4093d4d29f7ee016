import type { AppState } from "#web/state/app-state.ts";
import type { Part } from "#web/state/part.ts";

/**
 * Fetches a part of the page. Answers null, with a notice to the reader, when it does not come; the notice goes as soon as
 * a part comes. What is no longer wanted fails in silence.
 */
export async function loadPart<Content>(
  { actions, notice }: Pick<AppState, "actions" | "notice">,
  part: Part<Content>,
  isWanted: () => boolean = () => true,
): Promise<Content | null> {
  try {
    const content = await part.fetch();
    if (notice.peek()?.kind === "part-failed") actions.notify(null);
    return content;
  } catch {
    if (isWanted()) actions.notify({ kind: "part-failed" });
    return null;
  }
}
