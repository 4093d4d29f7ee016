import { describe, expect } from "vitest";
import { EventColumnsReader, precisionOf, spanAt } from "#model/collection/event-columns.ts";
import type { Event } from "#model/record/event.ts";
import { EVENT_CERTAINTIES } from "#model/record/event.ts";
import { firstPosition } from "#model/space/points.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";
import { mercatorX, mercatorY } from "#web/events/columns/crowd.ts";

const COLUMNS = "/api/collections/events/columns";

async function readColumns(search: string) {
  const { app } = await testApp();
  const response = await app.request(COLUMNS + search);
  const reader = new EventColumnsReader();
  const blocks = reader.read(new Uint8Array(await response.arrayBuffer()));
  reader.end();
  return { response, head: reader.head, blocks };
}

describe("events as columns", () => {
  dbTest("are all events that have a position, as the document of the page has them", async () => {
    const { body } = await getJson("/api/dataset");
    const events = (body.events as Event[]).filter(({ point }) => point !== null);
    const { head, blocks } = await readColumns("");
    expect(head).toMatchObject({ matched: body.eventCount, placed: events.length });
    const rows = blocks.flatMap((block) =>
      [...block.x.keys()].map((index) => ({
        x: block.x[index],
        y: block.y[index],
        span: spanAt(block, index),
        category: head?.categories[block.category[index] ?? 0],
        certainty: EVENT_CERTAINTIES[(block.quality[index] ?? 0) >> 6],
        precision: precisionOf(block.quality[index] ?? 0),
      })),
    );
    const expected = events.map((event) => ({
      x: Math.floor(mercatorX(event.point ? (firstPosition(event.point)[0] ?? 0) : 0)),
      y: Math.floor(mercatorY(event.point ? (firstPosition(event.point)[1] ?? 0) : 0)),
      span: event.span,
      category: event.category,
      certainty: event.certainty,
      precisionM: event.quality?.precisionM ?? 0,
    }));
    const key = ({ x, y, span, category }: (typeof rows)[number] | (typeof expected)[number]) =>
      JSON.stringify([span, category, Math.round((x ?? 0) / 8), Math.round((y ?? 0) / 8)]);
    expect(rows.map(key).sort()).toEqual(expected.map(key).sort());
    // Never finer than it is known, and coarser by half at most.
    const finest = Math.min(...rows.map(({ precision }) => precision));
    expect(finest).toBeGreaterThanOrEqual(
      Math.min(...expected.map(({ precisionM }) => precisionM)),
    );
  });

  dbTest("are filtered as items are", async () => {
    for (const search of [
      "?q=blockade",
      "?datetime=2016-09-01/2016-09-30",
      "?category=death",
      "?bbox=1.85,50.95,1.9,51",
    ]) {
      const { head } = await readColumns(search);
      const { response } = await getJson(`/api/collections/events/items${search}&limit=1`);
      expect(head?.matched, search).toBe(Number(response.headers.get("OGC-NumberMatched")));
      expect(head?.matched).toBeGreaterThan(0);
    }
    const nothing = await readColumns("?q=zzzz");
    expect(nothing.head).toMatchObject({ matched: 0, placed: 0, categories: [] });
    expect(nothing.blocks).toEqual([]);
  });

  dbTest("come compressed, with a tag, and refuse what they do not know", async () => {
    const { app } = await testApp();
    const packed = await app.request(COLUMNS, { headers: { "Accept-Encoding": "gzip" } });
    expect(packed.headers.get("Content-Encoding")).toBe("gzip");
    expect(packed.headers.get("Content-Type")).toBe("application/vnd.rocade.event-columns");
    const tag = packed.headers.get("ETag") ?? "";
    expect((await app.request(COLUMNS, { headers: { "If-None-Match": tag } })).status).toBe(304);
    expect((await app.request(`${COLUMNS}?limit=5`)).status).toBe(400);
  });
});
