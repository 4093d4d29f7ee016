import type { ComponentChildren } from "preact";
import type { MappingDraft } from "#import/mapping/draft.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import type { Mapped, ReadTable } from "../reading/reading-task.ts";
import type { NewTexts } from "../words/new-texts.ts";

/** What the screen of the columns shows, and every part of it. */
export type MappingProps = {
  readonly texts: NewTexts;
  readonly language: InterfaceLanguage;
  readonly read: ReadTable;
  readonly draft: MappingDraft;
  /** What came of the draft, as soon as it is read by it; undefined until then. */
  readonly mapped: Mapped | undefined;
  readonly onDraft: (draft: MappingDraft) => void;
  readonly onNext: () => void;
  /** The way to a mapping that was kept. */
  readonly saved: ComponentChildren;
};
