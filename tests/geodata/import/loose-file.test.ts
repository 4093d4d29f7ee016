import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSpan } from "#import/spans.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { LOOSE_BELLS as BELLS, readLoose } from "#tests/support/packages/loose.ts";

describe("a CSV with titles, dates and positions, and nothing else", () => {
  it("is a dataset in one language, named after its file", async () => {
    const { declared, descriptor, events, notices, problems } = await readLoose(
      "Old_bells.csv",
      BELLS,
    );
    expect(problems).toEqual([]);
    expect(descriptor?.name).toBe("old-bells");
    expect(declared).toMatchObject({
      languages: ["en"],
      timeZone: "UTC",
      title: { en: "Old bells" },
    });
    expect([declared?.firstDay, declared?.lastDay].map((day) => day && printDay(day))).toEqual([
      "1871-03-18",
      "1871-03-20",
    ]);
    expect(events.map(({ values }) => values)).toMatchObject([
      { id: "1871-03-18-first-bell", category: "event", title: { en: "First bell" }, lat: [45.1] },
      { id: "1871-03-20-second-bell", category: "event", lon: [5.3] },
    ]);
    // Half of a tenth and of a hundredth of a degree: 0.05° and 0.005°, at 111.32 km each degree.
    expect(events.map(({ values }) => values.precision_m)).toEqual([5566, 5566]);
    expect(events.map(({ values }) => values.position_basis)).toEqual(["unstated", "unstated"]);
    expect(notices).toContain('title from "title", date from "date", lat from "lat"');
    expect(notices).toContain("taken to be in English (--lang");
    expect(notices).toContain("those of UTC (--time-zone");
    expect(notices).toContain("no position is shown as more exact than its decimals");
    expect(notices).not.toContain("datapackage.json");
  });

  it("may have the empty rows and columns that spreadsheets leave at their edges", async () => {
    const [headings = "", ...rows] = BELLS.trim().split("\n");
    const edged = [`${headings},,`, ...rows.map((row) => `${row},,`), ",,,,,", ""].join("\n");
    const plain = await readLoose("bells.csv", BELLS);
    const read = await readLoose("bells.csv", edged);
    expect(read.problems).toEqual([]);
    expect(read.events.map(({ values }) => values)).toEqual(
      plain.events.map(({ values }) => values),
    );
  });

  it("may have no cell beside its columns, for nothing says what it is", async () => {
    const [headings = "", first = "", ...rows] = BELLS.trim().split("\n");
    const { problems } = await readLoose(
      "bells.csv",
      [`${headings},`, `${first},stray`, ...rows.map((row) => `${row},`)].join("\n"),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("bells.csv:2 row: found 5 cells; expected 4 cells");
  });

  it("may call its categories and ids in any script", async () => {
    const { declared, events, notices, problems } = await readLoose(
      "days.csv",
      "id,title,date,lat,lon,category\nأ,قصف السوق,2015-03-01,33.51,36.29,قصف\nب,مظاهرة,2015-03-02,33.52,36.3,مظاهرة\n",
      { lang: "ar" },
    );
    expect(problems).toEqual([]);
    expect(notices).not.toContain("category_given");
    const [first, second] = events.map(({ values }) => values);
    expect(declared?.vocabularies.eventCategories).toMatchObject([
      { id: first?.category, label: { ar: "قصف" } },
      { id: second?.category, label: { ar: "مظاهرة" } },
    ]);
    expect(first?.category).toMatch(/^[0-9a-f]{8}$/);
    expect(new Set([first?.id, second?.id, first?.category, second?.category]).size).toBe(4);
  });

  it("may be told its name, its title, its language and its time zone", async () => {
    const { declared, descriptor, notices, problems } = await readLoose("a.csv", BELLS, {
      as: "cloches",
      title: "Les cloches",
      lang: "fr",
      "time-zone": "Europe/Paris",
    });
    expect(problems).toEqual([]);
    expect(descriptor?.name).toBe("cloches");
    expect(declared).toMatchObject({
      languages: ["fr"],
      title: { fr: "Les cloches" },
      timeZone: "Europe/Paris",
    });
    expect(notices).not.toMatch(/--lang|--time-zone/);
  });

  it.each([
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["bars", "|"],
  ])("may be separated by %s", async (_, sign) => {
    const { events, problems } = await readLoose("bells.csv", BELLS.replaceAll(",", sign));
    expect(problems).toEqual([]);
    expect(events).toHaveLength(2);
  });

  it("may be in another encoding, which is recognised and told, or said", async () => {
    const latin = Buffer.from(BELLS.replace("First bell", "Première"), "latin1");
    const unsaid = await readLoose("bells.csv", latin);
    expect(unsaid.problems).toEqual([]);
    expect(unsaid.events[0]?.values.title).toEqual({ en: "Première" });
    expect(unsaid.notices).toContain(
      'the encoding is taken to be "windows-1252": its bytes are no UTF-8',
    );
    const said = await readLoose("bells.csv", latin, { encoding: "windows-1252" });
    expect(said.problems).toEqual([]);
    expect(said.events[0]?.values.title).toEqual({ en: "Première" });
  });

  it("has the languages of its headings", async () => {
    const { declared, problems } = await readLoose(
      "bells.csv",
      "title_fr,title_ar,date,lat,lon\nCloche,جرس,1871,45.1,5.2\n",
    );
    expect(problems).toEqual([]);
    expect(declared?.languages).toEqual(["fr", "ar"]);
  });
});

describe("a file as programs write it", () => {
  // In the form of the weekly list of the USGS.
  const QUAKES =
    "time,latitude,longitude,depth,mag,place,type,id\n" +
    '2018-01-30T23:30:04.760Z,34.0500,-118.25,12.1,4.6,"Los Angeles, CA",earthquake,ci37868143\n' +
    '2018-01-31T07:07:00.100Z,61.4012,-150.1,40,5.1,"Willow, Alaska",earthquake,ak18022410\n';

  it("has its times of day, its ids, and all its other columns", async () => {
    const { declared, events, problems } = await readLoose("quakes.csv", QUAKES, {
      "time-zone": "America/Anchorage",
    });
    expect(problems).toEqual([]);
    expect(events.map(({ values }) => values.id)).toEqual(["ci37868143", "ak18022410"]);
    expect(events[0]?.values).toMatchObject({
      title: { en: "Los Angeles, CA" },
      category: "earthquake",
    });
    expect(events[0]?.values.edtf).toBe("2018-01-30T23:30:04.760Z");
    // 23:30 UTC is 14:30 in Anchorage, 07:07 UTC is 22:07 of the day before.
    expect(
      events.map(({ values }) =>
        printDay(eventSpan(values, "America/Anchorage").startEarliest as Day),
      ),
    ).toEqual(["2018-01-30", "2018-01-30"]);
    expect(declared?.attributes.events.map(({ name, type }) => `${name} ${type}`)).toEqual([
      "depth number",
      "mag number",
    ]);
    expect(events[1]?.attributes).toEqual({ depth: 40, mag: 5.1 });
  });

  it("keeps what cannot be what its heading says under another name", async () => {
    const { declared, events, notices, problems } = await readLoose(
      "marches.csv",
      "ID,Name,When,Latitude,Longitude,certainty,source_ids,category,,fid\n" +
        "A_1,March,2011-05-01,50.95,1.86,high,http://a.example,Road closure,x,7\n" +
        "A_2,March,2011-05-01,50.95,1.86,low,http://b.example,Marche à pied,y,8\n",
    );
    expect(problems).toEqual([]);
    expect(events.map(({ values }) => [values.id, values.category, values.certainty])).toEqual([
      ["a-1", "road-closure", "unstated"],
      ["a-2", "marche-a-pied", "unstated"],
    ]);
    expect(declared?.vocabularies.eventCategories.map(({ label }) => label)).toEqual([
      { en: "Road closure" },
      { en: "Marche à pied" },
    ]);
    expect(events[0]?.attributes).toEqual({
      ID_given: "A_1",
      certainty_given: "high",
      source_ids_given: "http://a.example",
      column_9: "x",
      fid_given: 7,
    });
    expect(declared?.attributes.events[0]?.title).toEqual({ en: "ID" });
    expect(notices).toContain('ids are made of "ID"');
  });

  it("has ids that stay where rows are added and moved", async () => {
    const row = fc.record({
      title: fc.stringMatching(/^[A-Za-z]{1,8}$/),
      date: fc.constantFrom("1871-03-18", "1871-04", "1872"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, {
          selector: ({ date, title }) => `${date}${title.toLowerCase()}`,
          minLength: 1,
          maxLength: 8,
        }),
        async (rows) => {
          const idsOf = async (some: typeof rows) => {
            const lines = some.map(({ date, title }) => `${title},${date},45.1,5.2`);
            const { events } = await readLoose(
              "a.csv",
              ["title,date,lat,lon", ...lines].join("\n"),
            );
            return new Map(
              events.map(({ values }) => [`${values.edtf}${values.title.en}`, values.id]),
            );
          };
          const before = await idsOf(rows.slice(1).concat(rows[0] ?? []));
          expect(new Map([...(await idsOf(rows))].sort())).toEqual(new Map([...before].sort()));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("may write degrees with decimal commas", async () => {
    const { events, problems } = await readLoose(
      "a.csv",
      "title;date;lat;lon\nA;1900;50,95;-1,8625\nB;1901;51;2,5\n",
    );
    expect(problems).toEqual([]);
    expect(events.map(({ values }) => [values.lat, values.lon, values.precision_m])).toEqual([
      [[50.95], [-1.8625], 557],
      [[51], [2.5], 55660],
    ]);
  });

  it("may be GeoJSON of points", async () => {
    const point = (id: number, coordinates: number[] | null, properties: object) => ({
      type: "Feature",
      id,
      geometry: coordinates && { type: "Point", coordinates },
      properties,
    });
    const TWO_POINTS = {
      type: "MultiPoint",
      coordinates: [
        [5.3, 45.2],
        [5.31, 45.25],
      ],
    };
    const document = {
      type: "FeatureCollection",
      features: [
        point(1, [5.25, 45.1, 300], { title: "First bell", date: "1871-03-18", weight: 12 }),
        {
          ...point(3, null, { title: "Bell of a layer", date: "1872" }),
          geometry: { type: "MultiPoint", coordinates: [[5.3, 45.2]] },
        },
        ...[4, 5].map((id) => ({
          ...point(id, null, { title: `Bell ${id}, of two towers`, date: "1873" }),
          geometry:
            id === 4 ? TWO_POINTS : { type: "GeometryCollection", geometries: [TWO_POINTS] },
        })),
        point(2, null, { title: "Lost bell", date: "1871", tags: ["a", "b"], more: { x: 1 } }),
      ],
    };
    const { events, notices, problems } = await readLoose(
      "bells.geojson",
      JSON.stringify(document),
    );
    expect(problems).toEqual([]);
    expect(events.map(({ values }) => [values.id, values.lon, values.lat])).toEqual([
      ["1", [5.25], [45.1]],
      ["3", [5.3], [45.2]],
      ["4", [5.3, 5.31], [45.2, 45.25]],
      ["5", [5.3, 5.31], [45.2, 45.25]],
      ["2", null, null],
    ]);
    expect(events.map(({ attributes }) => attributes)).toEqual([
      { weight: 12 },
      null,
      null,
      null,
      { tags: "a;b", more: '{"x":1}' },
    ]);
    expect(notices).toContain("heights, which are left out");
  });
});
