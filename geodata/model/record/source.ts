import { required } from "../field/field.ts";
import { optionalGroup, type RecordOf } from "../field/member.ts";
import { day } from "../field/number-fields.ts";
import { choice, edtf, label, list, term, text, webAddress } from "../field/text-fields.ts";
import { ID } from "./groups.ts";

/** What a check of an address found; `unclear` is an answer that a person would have to look at. */
export const LINK_STATUSES = ["alive", "dead", "unclear"] as const;

export const SOURCE = {
  id: ID,
  title: required(label("Title of the source.")),
  publisher: required(label("Who published the source.")),
  url: webAddress("Address of the source."),
  published: edtf("When the source was published (EDTF)."),
  lang: required(label("Language of the source.")),
  kind: required(term("sourceKinds", "What kind of thing it is.")),
  note: text("Remark."),
  repeats: list(
    "The sources whose text or account it repeats, by id: a copy, a translation, the same agency text. What repeats another is no second witness.",
    { references: ["sources"], optionalColumn: true },
  ),
  /** What the last check of the address found; null when it was never checked. */
  link: optionalGroup({
    status: [
      "link_status",
      choice(LINK_STATUSES, "Whether the address still answered when it was last checked."),
    ],
    checkedOn: ["link_checked_on", day("Day on which the address was last checked.")],
  }),
};

export type Source = RecordOf<typeof SOURCE>;
export type LinkCheck = NonNullable<Source["link"]>;
