// The figure by its address: what it says, that it is well formed, and what it refuses.
import { unzipSync } from "fflate";
import { PNG } from "pngjs";
import { describe, expect } from "vitest";
import { PicturesBusy } from "#server/snapshot/picture-task.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import {
  CALAIS_VERSION,
  meanDistanceOn,
  siteCountsOn,
} from "#tests/support/packages/calais-facts.ts";
import { wordsOf } from "#tests/support/pictures/figure-text.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

const MAY = siteCountsOn("2014-05-27");

let made: ReturnType<typeof testApp> | undefined;

async function snapshot(query: string, headers: Record<string, string> = {}) {
  made ??= testApp();
  const { app } = await made;
  const response = await app.request(`/snapshot.svg${query}`, { headers });
  return { response, svg: await response.text() };
}

/** Every element that opens closes, in order; answers the names met. */
function elementsOf(svg: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  for (const [, closing, name = "", selfClosing] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/gi)) {
    if (closing) expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (!selfClosing) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return names;
}

describe("the figure", () => {
  dbTest.for([
    [
      "?date=2014-05-27&lang=en",
      "27 May 2014",
      [
        `${MAY.total} sites (${MAY.certain} certain, ${MAY.byConvention} by convention)`,
        `mean ${meanDistanceOn("2014-05-27").toFixed(1)} km`,
        "Rue Lamy",
        "300–400",
      ],
      ["fences"],
    ],
    [
      "?date=2016-09-05&lang=fr",
      "5 septembre 2016",
      [
        `${siteCountsOn("2016-09-05").total} lieux`,
        "La Lande",
        "clôtures et mur",
        "OpenStreetMap",
        `Version ${CALAIS_VERSION}`,
      ],
      ["peut-être là"],
    ],
    ["?time=2015-01-01/2015-06-30&lang=en", "1 January to 30 June 2015", ["Tioxide"], []],
  ] as const)(
    "%s carries date, sentence, names, legend, sources, licence and version",
    async ([query, date, said, unsaid]) => {
      const { response, svg } = await snapshot(query);
      expect(response.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
      const names = elementsOf(svg);
      expect(names).toContain("text");
      expect(wordsOf(svg)).toContain(date);
      for (const text of said) expect(wordsOf(svg)).toContain(text);
      for (const text of unsaid) expect(wordsOf(svg)).not.toContain(text);
      expect(wordsOf(svg)).toContain("http://localhost/?");
      // Live text and real vectors in named groups; nothing interactive, nothing from elsewhere.
      for (const id of [
        "ground",
        "separator",
        "people",
        "names",
        "sites",
        "legend",
        "notes",
        "scale-bar",
      ])
        expect(svg).toContain(`id="${id}"`);
      // Its proof names addresses; nothing leads there.
      const shown = svg.replace(/<metadata[\s\S]*<\/metadata>/, "");
      expect(shown).not.toMatch(
        /data-sel|<image|<script|href=|https?:\/\/(?!www\.w3\.org|localhost)/,
      );
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    },
  );

  dbTest("has the same bytes for the same address, and a tag that ends in 304", async () => {
    const [first, second] = [
      await snapshot("?date=2014-05-27"),
      await snapshot("?date=2014-05-27"),
    ];
    expect(second.svg).toBe(first.svg);
    const tag = first.response.headers.get("ETag") ?? "";
    expect((await snapshot("?date=2014-05-27", { "If-None-Match": tag })).response.status).toBe(
      304,
    );
  });

  dbTest("is as large as asked, in pixels or on paper", async () => {
    const sizeOf = async (query: string) => {
      const { svg } = await snapshot(query);
      return /^<svg[^>]* width="([^"]+)" height="([^"]+)"/.exec(svg)?.slice(1);
    };
    expect(await sizeOf("?width=1080&height=1920")).toEqual(["1080", "1920"]);
    expect(await sizeOf("?paper=a4")).toEqual(["297mm", "210mm"]);
    expect(await sizeOf("?paper=letter&dpi=150")).toEqual(["279.4mm", "215.9mm"]);
  });

  dbTest("leads to the page that shows the same", async () => {
    const { svg } = await snapshot("?date=2016-09-05&certainty=certain&width=900&title=Essai");
    expect(wordsOf(svg)).toContain("http://localhost/?date=2016-09-05&amp;certainty=certain");
    expect(wordsOf(svg)).toContain("Essai");
    expect(wordsOf(svg)).not.toContain("width=");
  });
});

describe("a picture that cannot be made", () => {
  dbTest.for([
    ["?width=10", "width"],
    ["?width=6000&height=6000", "width"],
    ["?width=1e3", "width"],
    ["?paper=a0", "paper"],
    ["?paper=a4&width=900", "width"],
    ["?dpi=300", "dpi"],
    ["?paper=a4&dpi=1200", "dpi"],
    ["?date=2014-02-30", "date"],
    ["?lang=de", "lang"],
    ["?bbox=2,50,2,51", "bbox"],
    ["?bbox=1,-90,2,90", "bbox"],
    [`?title=${"x".repeat(200)}`, "title"],
    ["?theme=sepia", "theme"],
    ["?view=now", "view"],
    ["?date=2014-05-27&date=2014-05-28", "date"],
    ["?paper=a4&dpi=600", "dpi"],
    ["?scale=4&width=4000", "width"],
    ["?scale=5", "scale"],
    ["?orientation=portrait", "orientation"],
    ["?without=date", "without"],
    ["?without=sources", "without"],
    ["?without=qr,legend", "without"],
    ["?without=scale", "without"],
    ["?width=300&height=240", "height"],
    ["?width=150&height=900", "width"],
    ["?title=a%07b", "title"],
    ["?title=%E2%80%AEabc", "title"],
    ["?q=%1B", "q"],
    ["?caption=%7F", "caption"],
    ["?dates=2014-05-27,soon", "dates"],
    [`?dates=${Array(13).fill("2014-05-27").join(",")}`, "dates"],
    ["?dates=phases&time=2015-01-01/2015-06-30", "dates"],
    ["?dates=phases&layout=single", "dates"],
    ["?layout=grid", "layout"],
    ["?background=red", "background"],
    ["?text=bold", "text"],
    ["?sel=place:nowhere", "sel"],
    ["?title=a%00b", "title"],
    [`?caption=${"x".repeat(2001)}`, "caption"],
  ] as const)("%s answers 400 and names %s", async ([query, name]) => {
    const { response, svg } = await snapshot(query);
    expect(response.status).toBe(400);
    expect(JSON.parse(svg).problems.map((problem: { name: string }) => problem.name)).toContain(
      name,
    );
  });
});

describe("the files", () => {
  const asked = async (file: string, headers: Record<string, string> = {}) => {
    const { app } = await testApp();
    const response = await app.request(`/snapshot.${file}`, { headers });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  dbTest.for([
    ["png", "image/png"],
    ["pdf", "application/pdf"],
    ["zip", "application/zip"],
    ["svg", "image/svg+xml; charset=utf-8"],
  ] as const)("%s are the same bytes for the same address, drawn anew", async ([ending, type]) => {
    const query = `${ending}?date=2016-03-01&width=600&height=500&lang=en`;
    const [first, second] = [await asked(query), await asked(query)];
    expect(first.response.headers.get("Content-Type")).toBe(type);
    expect(first.response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(first.response.headers.get("ETag")).toBe(second.response.headers.get("ETag"));
    expect(first.response.headers.get("Content-Disposition")).toContain(
      `calais-2013-2016-2016-03-01-en.${ending}`,
    );
  });

  dbTest("PNG has the pixels of its paper, their density, and whose it is", async () => {
    const { bytes } = await asked("png?date=2014-05-27&paper=column&dpi=150&lang=fr");
    const view = new DataView(bytes.buffer);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([502, 886]);
    const text = Buffer.from(bytes).toString("latin1");
    const at = text.indexOf("pHYs");
    expect(view.getUint32(at + 4)).toBe(5906);
    expect(Buffer.from(bytes).toString("utf8")).toContain("© les contributeurs d’OpenStreetMap");
    expect(text).toContain("http://localhost/?date=2014-05-27&lang=fr");
  });

  dbTest("twice the scale is twice the pixels of the same layout", async () => {
    const size = async (scale: number) => {
      const { bytes } = await asked(`png?date=2014-05-27&width=400&height=600&scale=${scale}`);
      return new DataView(bytes.buffer).getUint32(16);
    };
    expect([await size(1), await size(2)]).toEqual([400, 800]);
  });

  dbTest("a transparent picture lets the page shine through around the map", async () => {
    const { bytes } = await asked(
      "png?date=2014-05-27&width=400&height=600&background=transparent",
    );
    const { data } = PNG.sync.read(Buffer.from(bytes));
    expect(data[3]).toBe(0);
    const plain = await asked("png?date=2014-05-27&width=400&height=600");
    expect(PNG.sync.read(Buffer.from(plain.bytes)).data[3]).toBe(255);
  });

  dbTest("SVG carries its typeface, or its letters as shapes", async () => {
    const live = await asked("svg?date=2014-05-27&width=600&height=500");
    const text = Buffer.from(live.bytes).toString();
    expect(text).toContain("@font-face");
    expect(text.match(/url\(data:font\/woff2/g)).toHaveLength(3);
    expect(live.response.headers.get("Content-Security-Policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; font-src data:$/,
    );
    const shapes = await asked("svg?date=2014-05-27&width=600&height=500&text=outlines");
    const drawn = Buffer.from(shapes.bytes).toString();
    expect(drawn).not.toMatch(/<text|font-family/);
    expect(drawn).toContain('id="separator"');
  });

  dbTest("ZIP has picture, words in both languages, sources, and the data shown", async () => {
    const { body } = await getJson("/api/dataset");
    const { bytes } = await asked(
      "zip?date=2014-05-27&width=600&height=500&lang=en&title=Camps&caption=My%20own%20words",
    );
    const files = unzipSync(bytes);
    const text = (name: string) => Buffer.from(files[name] ?? []).toString();
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        "picture.png",
        "picture.svg",
        "caption.en.txt",
        "caption.fr.txt",
        "alt-text.en.txt",
        "description.fr.txt",
        "credit.en.txt",
        "sources.csv",
        "shown.csv",
        "shown.geojson",
        "state.json",
      ]),
    );
    expect(text("caption.en.txt")).toBe("My own words\n");
    expect(text("caption.fr.txt")).toContain("27 mai 2014");
    expect(text("alt-text.en.txt")).toContain("Camps, 27 May 2014");
    expect(text("alt-text.en.txt").trim().length).toBeLessThanOrEqual(250);
    const shown = JSON.parse(text("shown.geojson"));
    expect(shown.features.length).toBe(text("shown.csv").trim().split("\r\n").length - 1);
    const used = new Set(
      shown.features.flatMap(({ properties }: { properties: { sources: string } }) =>
        properties.sources.split(" ").filter(Boolean),
      ),
    );
    const counters = shown.features.flatMap(
      ({ properties }: { properties: { counted_by?: string | null } }) =>
        properties.counted_by?.split("; ") ?? [],
    );
    const named = new Set(
      body.counts.map(({ countedBy }: { countedBy: { en: string } }) => countedBy.en),
    );
    expect(counters.length).toBeGreaterThan(0);
    expect(counters.filter((who: string) => !named.has(who))).toEqual([]);
    expect(text("sources.csv").trim().split("\r\n").length - 1).toBe(used.size);
    expect(JSON.parse(text("state.json")).page).toBe(
      `http://localhost/?date=2014-05-27&lang=en&title=Camps&v=${body.meta.version.label}`,
    );
  });

  dbTest("are of the version that the address names, by label or hash, or not there", async () => {
    const { body } = await getJson("/api/dataset");
    const { contentHash, label } = body.meta.version;
    const query = "svg?date=2014-05-27&width=600&height=500";
    const plain = await asked(query);
    for (const name of [contentHash, label]) {
      const { bytes, response } = await asked(`${query}&v=${name}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("Cache-Control")).toBe("no-cache");
      expect(bytes).toEqual(plain.bytes);
    }
    const other = await asked(`${query}&v=other`);
    expect(other.response.status).toBe(404);
    expect(Buffer.from(other.bytes).toString()).toContain(label);
  });

  dbTest("are drawn once for all who ask at the same time, and then kept", async () => {
    const tasks: string[] = [];
    const { app } = await testApp({
      drawPicture: async (task) => {
        tasks.push(task.kind);
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { bytes: new Uint8Array([1, 2, 3]), missing: [], leftOff: [] };
      },
    });
    const ask = () => app.request("/snapshot.png?date=2014-05-27");
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(tasks).toEqual(["figure"]);
  });

  dbTest("answer 503 with a time to come back while there are too many to draw", async () => {
    const { app } = await testApp({
      drawPicture: () => Promise.reject(new PicturesBusy("queue-full")),
    });
    const response = await app.request("/snapshot.png?date=2014-05-27");
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await response.text()).toContain("too many pictures are waiting");
  });
});
