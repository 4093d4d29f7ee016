import type { Dataset } from "#model/dataset/dataset.ts";
import type { Problem } from "#model/problem.ts";
import { outsidePeriod } from "#web/view/address/period.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import { unspokenLanguage } from "#web/view/address/spoken-language.ts";
import { missingRecords } from "./missing-records.ts";

/** What a question that can be read asks for and this dataset cannot show. */
export function unmetBy(dataset: Dataset, question: PictureQuestion): Problem[] {
  const { dates, state } = question;
  return [
    ...missingRecords(dataset, question),
    ...outsidePeriod(dataset.meta, state, typeof dates === "string" ? [] : dates),
    ...unspokenLanguage(dataset.meta, state),
  ];
}
