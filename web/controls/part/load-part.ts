import type { AppState } from "#web/state/app-state.ts";
import type { Part } from "#web/state/part.ts";

/**
 * Fetches a part of the page. Answers null, with a notice to the reader, when it does not come; the notice goes when
 * that part comes. What is no longer wanted fails in silence.
 */
export async function loadPart<Content>(
  { actions, notice }: Pick<AppState, "actions" | "notice">,
  part: Part<Content>,
  isWanted: () => boolean = () => true,
): Promise<Content | null> {
  try {
    const content = await part.fetch();
    const told = notice.peek();
    if (told?.kind === "part-failed" && told.part === part) actions.notify(null);
    return content;
  } catch {
    if (isWanted()) actions.notify({ kind: "part-failed", part });
    return null;
  }
}
