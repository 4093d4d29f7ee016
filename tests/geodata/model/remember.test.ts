import { describe, expect, it } from "vitest";
import { remembered } from "#model/remember.ts";

describe("a promise that is remembered", () => {
  it("is made once for all who ask", async () => {
    const memory = new Map<string, Promise<number>>();
    let made = 0;
    const ask = () => remembered(memory, "key", async () => ++made);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    expect(await ask()).toBe(1);
  });

  it("is forgotten when it fails, after all who waited were told", async () => {
    const memory = new Map<string, Promise<number>>();
    let tries = 0;
    const ask = () =>
      remembered(memory, "key", async () => {
        tries += 1;
        if (tries === 1) throw new Error("away");
        return tries;
      });
    const first = await Promise.allSettled([ask(), ask()]);
    expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await ask()).toBe(2);
  });

  it("that fails takes nothing from its place that came there since", async () => {
    const memory = new Map<string, Promise<number>>();
    let fail = (_: Error) => {};
    const late = remembered(memory, "key", () => new Promise((_, reject) => (fail = reject)));
    const newer = Promise.resolve(2);
    memory.set("key", newer);
    fail(new Error("away"));
    await expect(late).rejects.toThrow("away");
    expect(memory.get("key")).toBe(newer);
  });
});
