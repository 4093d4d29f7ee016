// By which sequence numbers the changes of a dataset are told.
import { and, asc, eq, lte } from "drizzle-orm";
import type { Db } from "../../database.ts";
import { publicVersions } from "../../schema/index.ts";

export type NumberedPublish = {
  readonly number: number;
  readonly sequence: number;
  readonly label: string;
  /** Whether it is known what it changed. */
  readonly tellsChanges: boolean;
};

/** The publishes of the dataset up to the one of the number, the earliest first. */
export async function findPublishes(
  db: Db,
  datasetId: string,
  number: number,
): Promise<readonly NumberedPublish[]> {
  const { label, sequence, tellsChanges } = publicVersions;
  return db
    .select({ number: publicVersions.number, sequence, label, tellsChanges })
    .from(publicVersions)
    .where(and(eq(publicVersions.datasetId, datasetId), lte(publicVersions.number, number)))
    .orderBy(asc(publicVersions.number));
}

/** The number of the last publish of which is not known what it changed: what is there in it is told as a whole. */
export const firstTold = (publishes: readonly NumberedPublish[]): number =>
  publishes.findLast(({ tellsChanges }) => !tellsChanges)?.number ?? 1;
