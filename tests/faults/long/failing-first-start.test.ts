// A disk that fails under a first start, which is told, and leaves what the next one goes on with. In the short form first
// starts meet a disk that is full (disks.test.ts): under strace one takes a minute.
import { describe, inject, it } from "vitest";
import { freshDatabase } from "../rig/databases.ts";
import { randomFaults } from "../rig/failing-calls.ts";
import { figures } from "../rig/figures.ts";
import { isReady, worksOrEndsInWords } from "../rig/outcome.ts";
import { runProgram } from "../rig/program.ts";

describe.skipIf(!inject("faultMakers").includes("strace"))("a disk that fails", () => {
  it("is told by a first start, and one on a disk that is whole again comes to its end", async () => {
    const { attempt, tell } = figures("first starts on a failing disk");
    let database = await freshDatabase("embedded");
    for (const { under, what } of randomFaults("first start", 60))
      await attempt(what, async () => {
        const service = runProgram("main", [], { env: database.env, under });
        if ((await worksOrEndsInWords(service)) === "words") return;
        // It came to its end before: the next one starts from nothing again.
        await database.remove();
        database = await freshDatabase("embedded");
      });
    await attempt("the start on a whole disk", () => isReady(database.env));
    await database.remove();
    tell();
  });
});
