// What is said of a publish: by whoever imports it, or else by the package.
import type { PublishClass, PublishWords } from "#model/dataset/version.ts";
import { inFirst } from "#model/words/language.ts";
import type { DataPackage } from "../read/data-package.ts";

export type PublishChoice = {
  /** In the first language of the dataset. */
  readonly note?: string | undefined;
  readonly class?: PublishClass | undefined;
};

export function publishWords(
  { declared, descriptor }: Pick<DataPackage, "declared" | "descriptor">,
  { class: asked, note }: PublishChoice,
): PublishWords {
  const { publish } = descriptor.rocade;
  return {
    note: note === undefined ? (publish?.note ?? null) : inFirst(note, declared.languages),
    class: asked ?? publish?.class ?? null,
  };
}
