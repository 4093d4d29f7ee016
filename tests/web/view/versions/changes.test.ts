// What is told and drawn of the difference between two versions.
import { describe, expect, it } from "vitest";
import { CHANGE_KINDS } from "#model/change/change-kind.ts";
import { aVersionDiff } from "#model/change/version-diff.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { createProjection } from "#web/view/drawing/projection.ts";
import { CHANGE_SHAPES } from "#web/view/versions/change-shapes.ts";
import { spotsOf } from "#web/view/versions/change-spots.ts";
import {
  boxOf,
  changesOf,
  countedByTitle,
  fieldLines,
  listChange,
  recordsIn,
  rowsOf,
} from "#web/view/versions/changed-records.ts";
import { drawChanges } from "#web/view/versions/draw-changes.ts";

const point = (lon: number, lat: number) => ({ type: "Point", coordinates: [lon, lat] });
const move = { field: "geometry", old: point(10, 50), new: point(10.01, 50) };
const day = (field: string) => ({ field, old: "1890-03-01", new: "1890-03-03" });

/** As the API answers it. */
const { collections } = aVersionDiff({
  from: { label: "1" },
  to: { label: "2" },
  collections: [
    {
      collection: "places",
      title: "Places",
      counts: { added: 1, removed: 1, moved: 1, "re-dated": 1 },
      complete: true,
      records: [
        { id: "shed", name: "Shed", changes: ["added"], fields: [], geometry: point(10.3, 50.1) },
        {
          id: "mill",
          name: "Mill",
          changes: ["removed"],
          fields: [],
          geometry: point(10.3, 50.1),
        },
        {
          ...{ id: "huts", name: "Huts", changes: ["moved", "re-dated"] },
          fields: [
            move,
            ...["start_edtf", "start_earliest", "start_latest"].map(day),
            { field: "end_edtf", old: null, new: "1891~" },
          ],
          geometry: point(10.01, 50),
        },
      ],
    },
    {
      collection: "events",
      title: "Events",
      counts: { moved: 1, "re-counted": 1 },
      complete: true,
      records: [
        {
          id: "fire",
          name: "Fire",
          changes: ["moved"],
          fields: [move],
          movesWith: ["huts"],
          geometry: point(10.01, 50),
        },
        {
          ...{ id: "count", name: "Count", changes: ["re-counted"], geometry: point(10.01, 50) },
          fields: [{ field: "people_low", old: 20, new: 30 }],
        },
      ],
    },
    {
      collection: "ways",
      title: "Ways",
      counts: { moved: 1 },
      complete: true,
      records: [
        {
          ...{ id: "way", name: "Way", changes: ["moved"], movesWith: ["huts"] },
          fields: [
            {
              field: "geometry",
              old: {
                type: "LineString",
                coordinates: [
                  [10, 50],
                  [10.2, 50.2],
                ],
              },
              new: {
                type: "LineString",
                coordinates: [
                  [10.01, 50],
                  [10.2, 50.2],
                ],
              },
            },
          ],
          geometry: {
            type: "LineString",
            coordinates: [
              [10.01, 50],
              [10.2, 50.2],
            ],
          },
        },
      ],
    },
    {
      collection: "sources",
      title: "Sources",
      counts: { "re-sourced": 1 },
      complete: true,
      records: [
        {
          ...{ id: "paper", name: "Paper", changes: ["re-sourced"], geometry: null },
          fields: [{ field: "repeats", old: ["a", "b"], new: ["b", "c"] }],
        },
      ],
    },
  ],
});
const changes = changesOf(collections);
const view = { centre: [10.1, 50.05], zoom: 10, width: 800, height: 600 };
const drawn = (of = changes, at = view) =>
  drawChanges(of, createProjection(at), ({ kind }) => kind);

describe("changes", () => {
  it("are each record under each of its kinds, as often as the service counts them", () => {
    const counts: Record<string, number> = {};
    for (const { counts: own } of collections)
      for (const [kind, count] of Object.entries(own)) counts[kind] = (counts[kind] ?? 0) + count;
    for (const kind of CHANGE_KINDS)
      expect(changes.filter((one) => one.kind === kind).length, kind).toBe(counts[kind] ?? 0);
    expect(recordsIn(changes)).toBe(7);
    expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length);
    expect(changes.map(({ kind }) => CHANGE_KINDS.indexOf(kind))).toEqual(
      changes.map(({ kind }) => CHANGE_KINDS.indexOf(kind)).sort(),
    );
  });

  it("have the fields of their kind, those with the same values in one line, a date by its text", () => {
    const dated = changes.find(({ kind }) => kind === "re-dated");
    expect(fieldLines(dated?.fields ?? [])).toEqual([
      { names: ["start_edtf"], old: "1890-03-01", new: "1890-03-03" },
      { names: ["end_edtf"], old: null, new: "1891~" },
    ]);
    const [line] = fieldLines(changes.find(({ id }) => id === "paper")?.fields ?? []);
    expect(line && listChange(line)).toEqual({ gone: ["a"], come: ["c"] });
    expect(listChange({ names: ["best"], old: 1, new: [2] })).toBeUndefined();
  });

  it("tell what stands at a place that was moved with the place, and nothing else so", () => {
    const rows = rowsOf(changes.filter(({ kind }) => kind === "moved"));
    expect(rows.map(({ id }) => id)).toEqual(["huts"]);
    expect(rows[0]?.along.map(({ id }) => id)).toEqual(["fire", "way"]);
    expect(messagesOf("fr").movedAlong(countedByTitle(rows[0]?.along ?? []))).toBe(
      "Déplacés avec\u00a0: Events (1), Ways (1)",
    );
    // Where the place is not told they are, each for itself.
    const alone = rowsOf(changes.filter(({ kind, id }) => kind === "moved" && id !== "huts"));
    expect(alone.map(({ id }) => id)).toEqual(["fire", "way"]);
  });

  it("that have no position have no mark; what was moved has a way, what has gone is where it was", () => {
    const at = (id: string) => changes.find((one) => one.id === id);
    expect(at("paper")).toMatchObject({ at: null, from: null });
    expect(at("huts")).toMatchObject({ at: [10.01, 50], from: [10, 50] });
    expect(at("mill")).toMatchObject({ at: [10.3, 50.1], from: null });
    const [gone] = changesOf([
      {
        ...{ collection: "places", title: "Places", counts: {}, complete: true },
        records: [
          {
            ...{ id: "hidden", name: "Hidden", changes: ["moved"], geometry: null },
            fields: [{ field: "geometry", old: point(1, 2), new: null }],
          },
        ],
      },
    ]);
    expect(gone).toMatchObject({ at: [1, 2], from: null });
    expect(boxOf(changes)).toEqual({ west: 10, south: 50, east: 10.3, north: 50.1 });
    expect(boxOf(changes.filter(({ id }) => id === "paper"))).toBeUndefined();
  });
});

describe("the marks", () => {
  it("stand for every change that has a position, near ones in one row, a kind once with its number", () => {
    const marks = drawn().marks;
    const shown = marks.flatMap((mark) => mark.changes).sort();
    const placed = changes.filter(({ at }) => at !== null).map(({ key }) => key);
    expect(shown).toEqual([...placed].sort());
    const moved = marks.find(({ changes: keys }) => keys.includes("moved places/huts"));
    expect(moved?.changes).toEqual(["moved places/huts", "moved events/fire"]);
    expect(moved?.svg).toContain(">2</text>");
    const rows = spotsOf(changes, createProjection(view)).map((spot) =>
      spot.marks.map(({ kind }) => kind),
    );
    expect(rows).toContainEqual(["added", "removed"]);
    expect(rows).toContainEqual(["moved", "re-dated", "re-counted"]);
  });

  it("do not change when the map is moved, and go where it goes", () => {
    const before = drawn().marks;
    const after = drawn(changes, { ...view, centre: [10.12, 50.05] }).marks;
    expect(after.map(({ key, svg }) => [key, svg])).toEqual(
      before.map(({ key, svg }) => [key, svg]),
    );
    const by = after.map(({ at }, index) => at[0] - (before[index]?.at[0] ?? 0));
    expect(Math.max(...by) - Math.min(...by)).toBeLessThan(1e-6);
  });

  it("come apart where the map is near enough", () => {
    const near = drawn(changes, { ...view, centre: [10.3, 50.1], zoom: 15 }).marks;
    expect(near.map(({ changes: keys }) => keys)).toEqual([
      ["added places/shed"],
      ["removed places/mill"],
    ]);
  });

  it("have ways from where points were, once, and outlines as they were and are", () => {
    const { ground } = drawn(changes, { ...view, zoom: 12, centre: [10.02, 50.02] });
    expect(ground.match(/class="change-way"/g)).toHaveLength(1);
    expect(ground.match(/class="change-former"/g)).toHaveLength(1);
    expect(ground.match(/class="change-shape change-moved is-former"/g)).toHaveLength(1);
    expect(ground.match(/class="change-shape change-moved"/g)).toHaveLength(1);
  });

  it("are there once, where the world is in sight, and none elsewhere", () => {
    const [far] = changes.filter(({ kind }) => kind === "added");
    const wide = { centre: [0, 0], zoom: 0, width: 1200, height: 500 };
    expect(drawn(far ? [far] : [], wide).marks).toHaveLength(1);
    expect(drawn(changes, { ...view, centre: [-100, 0] }).marks).toEqual([]);
  });

  it("differ in shape or sign from kind to kind, and say nothing that is markup", () => {
    const looks = CHANGE_KINDS.map((kind) => JSON.stringify(CHANGE_SHAPES[kind]));
    expect(new Set(looks).size).toBe(CHANGE_KINDS.length);
    const told = drawChanges(changes, createProjection(view), () => "<b>&");
    expect(told.marks[0]?.svg).toContain("<title>&lt;b&gt;&amp;</title>");
  });
});
