import { describe, expect, it } from "vitest";
import type { StoryStep } from "#model/record/narrative.ts";
import { readingMinutes } from "#web/view/story/reading-time.ts";

const stepOf = (words: number) =>
  ({ text: { en: Array(words).fill("word").join(" ") } }) as unknown as StoryStep;

describe("the time that the story takes", () => {
  it("is 200 words a minute and twelve seconds a map, in whole minutes", () => {
    expect(readingMinutes([], "en")).toBe(0);
    expect(readingMinutes([stepOf(160)], "en")).toBe(1);
    expect(readingMinutes([stepOf(161)], "en")).toBe(2);
    expect(readingMinutes(Array(14).fill(stepOf(75)), "en")).toBe(9);
  });
});
