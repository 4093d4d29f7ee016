// Whether this program can work with the schema as it is now; asked where something failed or somebody watches, never
// by a request that is answered.
import type { ServedDataset } from "./served/served-dataset.ts";

/** How long a database may take to say which schema it has. */
const LONGEST_SCHEMA_MS = 2000;
const SLOW = "the database did not say in time which schema it has";

/** What is wrong with the schema, in words; also that nobody says so in time: whoever asks does not wait. */
export async function schemaReason({ schemaProblem }: ServedDataset): Promise<string | undefined> {
  if (!schemaProblem) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(SLOW), LONGEST_SCHEMA_MS);
  });
  try {
    return await Promise.race([schemaProblem().catch(() => SLOW), late]);
  } finally {
    clearTimeout(timer);
  }
}
