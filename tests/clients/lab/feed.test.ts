// The feed of what is published, as a feed reader parses it.
import { describe, expect } from "vitest";
import { judgeTest, productUrl, runPython } from "#tests/support/programs/foreign-client.ts";

type Links = Readonly<Record<string, string>>;
type Feed = {
  readonly version: string;
  readonly bozo: boolean;
  readonly title: string;
  readonly id: string;
  readonly updated: readonly number[];
  readonly links: Links;
};
type Entry = Readonly<Record<"id" | "title" | "updated" | "summary", string>> & {
  readonly links: Links;
};

describe("feedparser", () => {
  judgeTest("feedparser")("reads the feed whole, and what it links to is there", async () => {
    const [feed, ...entries] = (await runPython("lab/feed.py", `${productUrl}/feed.xml`)) as [
      Feed,
      ...Entry[],
    ];
    const { newest, versions } = await (await fetch(`${productUrl}/api/versions`)).json();
    expect(feed).toMatchObject({ version: "atom10", bozo: false, id: `${productUrl}/` });
    expect(feed.links).toMatchObject({
      self: `${productUrl}/feed.xml`,
      alternate: `${productUrl}/`,
    });
    const [year] = feed.updated;
    expect(String(year)).toBe(versions[0].publishedAt.slice(0, 4));
    expect(entries.map(({ updated }) => updated)).toEqual(
      versions.map(({ publishedAt }: { publishedAt: string }) => publishedAt),
    );
    expect(entries[0]?.title.includes(newest)).toBe(true);
    for (const { links, summary } of entries) {
      expect(summary).not.toBe("");
      for (const href of Object.values(links)) expect((await fetch(href)).status).toBe(200);
    }
  });
});
