// A product of a test's own, with the datasets that it is about.
import { inject } from "vitest";
import { createDatabase, dropDatabase } from "../databases/new-database.ts";
import { type RunningProduct, startProduct } from "./product.ts";

/**
 * Starts one as `startProduct` does, on the PostgreSQL of the run where there is one: that takes half of the processor's
 * time of an embedded database, and what is tested is the same on both. With the package that is shipped at its root it is
 * embedded, for that one is prepared.
 */
export async function ownProduct(
  settings: NodeJS.ProcessEnv = {},
  packages: readonly (string | readonly string[])[] = [],
): Promise<RunningProduct> {
  if (inject("postgresUrl") === null || settings.DATA_PACKAGE === undefined)
    return startProduct(settings, packages);
  const DATABASE_URL = await createDatabase();
  const remove = () => dropDatabase(DATABASE_URL);
  try {
    const { url, stop } = await startProduct({ ...settings, DATABASE_URL }, packages);
    return { url, stop: () => stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
