// What is said of the versions of a dataset.
import type { ChangeKind } from "#model/change/change-kind.ts";
import type { PublishClass } from "#model/dataset/version.ts";
import type { TakenBack } from "#model/dataset/withdrawal.ts";

const CLASSES_EN: Readonly<Record<PublishClass, string>> = {
  "new-data": "new data",
  correction: "correction",
  clarification: "clarification",
  retraction: "retraction",
};

const CHANGES_EN: Readonly<Record<ChangeKind, string>> = {
  added: "added",
  removed: "removed",
  moved: "moved",
  "re-dated": "dated anew",
  "re-counted": "counted anew",
  "re-sourced": "other sources",
  other: "other details",
};

export const versionTextsEn = {
  versions: "Versions and corrections",
  versionPublished: (day: string) => `published here on ${day}`,
  versionWithoutNote: "The publisher says nothing of it.",
  publishClasses: CLASSES_EN,
  versionFormer: (label: string, title: string) => `Version ${label} of ${title}, superseded.`,
  versionSameAs: (label: string, title: string, newest: string) =>
    `Version ${label} of ${title}. The newest, ${newest}, says the same.`,
  versionNewest: "See the newest",
  versionSince: "What has changed since",
  versionFirst: "The first version that was published here.",
  versionIsFirst: "first version here",
  versionIsSame: "no record changed",
  /** Before what is told of something. */
  colon: ": ",
  versionDiff: "what changed",
  versionsSame: "No record is different.",
  versionsMore: (count: number) => `These are the first ${count}; there are more.`,
  changeKinds: CHANGES_EN,
  /** `counted`: collections by their titles, with how many records of each. */
  movedAlong: (counted: readonly (readonly [string, number])[]) =>
    `Moved with it: ${counted.map(([title, count]) => `${title} (${count})`).join(", ")}`,
  withdrawnTitle: "Withdrawn",
  recordWithdrawn: (day: string) => `This record was withdrawn on ${day}, from every version.`,
  versionWithdrawn: (label: string, day: string) => `Version ${label} was withdrawn on ${day}.`,
  withdrawnReason: (reason: string) => `Reason: ${reason}`,
  withdrawnMap: "Open the map",
  takenBack: ({ records, versions }: TakenBack) => {
    const counted = records === 1 ? "a record" : `${records} records`;
    const called = `version${versions.length > 1 ? "s" : ""} ${versions.join(", ")}`;
    if (versions.length === 0)
      return records === 0
        ? "Withdrawn for good."
        : `Withdrawn for good, from every version: ${counted}.`;
    return `Withdrawn for good: ${called}${records === 0 ? "" : `, and from every version ${counted}`}.`;
  },
};
