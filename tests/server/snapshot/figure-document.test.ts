// A document is another way to write the address of a picture: it leads there, and is in every file.
import { deflateRawSync } from "node:zlib";
import { describe, expect } from "vitest";
import { CALAIS_ID, dbTest } from "#tests/support/databases/database.ts";
import { CALAIS_VERSION } from "#tests/support/packages/calais-facts.ts";
import { proofIn } from "#tests/support/pictures/proof-in-file.ts";
import { testApp } from "#tests/support/product/app.ts";
import { figureInFile } from "#web/export/figure-in-file.ts";
import { documentOf, parametersOf } from "#web/view/address/figure-document.ts";

const packed = (document: unknown) =>
  deflateRawSync(JSON.stringify(document)).toString("base64url");

async function posted(document: unknown, format = "svg", query = "") {
  const { app } = await testApp();
  const body = typeof document === "string" ? document : JSON.stringify(document);
  const headers = { "Content-Length": `${Buffer.byteLength(body)}` };
  return app.request(`/snapshot.${format}${query}`, { method: "POST", body, headers });
}

describe("a figure document", () => {
  dbTest.for([
    "date=2014-05-27&lang=en&width=700&height=600&title=Ours&theme=dark",
    "dates=2014-05-27,2016-09-05&bbox=1.80,50.9,1.95,51&lang=fr&without=qr,curve",
    "time=2015-01-01/2015-06-30&kinds=camp&q=port&text=outlines&title=",
    "dates=compare&paper=a4&dpi=96&caption=Words%20of%20ours",
    "date=2014-05-27&use=web&colours=first:7a1f4b,line:f28c28,land:f4f1ea,sea:c8d6e0",
    "date=2014-05-27&use=phone&theme=dark&colours=paper:101418,first:ff9d80",
    "date=2014-05-27&label=camp-lamy,90,-60,Rue%20Lamy,%20cleared&label=squat-vic,none&annotation=1.858,50.963,60,-60,curved,Cleared%20at%20dawn&annotation=1.845,50.955,-40,90,circle-50,Squats&highlight=place:camp-lamy&byline=A%20desk&note=A%20note&alt=In%20words",
  ])("is in the file, and makes it again: %s", async (query) => {
    const { app } = await testApp();
    const file = Buffer.from(await (await app.request(`/snapshot.svg?${query}`)).arrayBuffer());
    const { figure } = proofIn("svg", file);
    expect(figure).toMatchObject({ rocade: "figure/1", dataset: { version: CALAIS_VERSION } });
    const led = await posted(figure);
    const byAddress = await app.request(`/snapshot.svg?figure=${packed(figure)}`);
    expect([led.status, byAddress.status]).toEqual([303, 307]);
    const location = led.headers.get("Location") ?? "";
    expect(byAddress.headers.get("Location")).toBe(location);
    const again = await app.request(location);
    expect(again.status, location).toBe(200);
    expect(file.equals(Buffer.from(await again.arrayBuffer()))).toBe(true);
  });

  dbTest.for(["svg", "png", "zip"] as const)("is found in a %s by who opens it", async (format) => {
    const { app } = await testApp();
    const asked = `/snapshot.${format}?date=2014-05-27&lang=en&label=camp-lamy,9,-60,%3CRue%26%22`;
    const bytes = new Uint8Array(await (await app.request(asked)).arrayBuffer());
    const figure = figureInFile(bytes);
    expect(figure).toEqual(proofIn(format, bytes).figure);
    expect(figure?.labels).toEqual({ "camp-lamy": { offset: [9, -60], text: '<Rue&"' } });
    expect(figureInFile(new TextEncoder().encode(JSON.stringify(figure)))).toEqual(figure);
    for (const length of [0, 3, 60])
      expect(figureInFile(bytes.subarray(0, length))).toBeUndefined();
  });

  dbTest("has an answer of its own for whatever is changed in it", async () => {
    const { app } = await testApp();
    const changes = [
      "",
      "&label=camp-lamy,none",
      "&label=squat-vic,none",
      "&colours=line:f28c28",
      "&label=squat-vic,none&label=camp-lamy,none",
      "&label=camp-lamy,,,Other%20words",
      "&label=camp-lamy,90,-60",
      "&annotation=1.858,50.963,60,-60,curved,Words",
      "&annotation=1.858,50.963,60,-60,straight,Words",
      "&highlight=place:camp-lamy",
      "&byline=A%20desk",
      "&note=A%20note",
      "&alt=In%20words",
      "&without=qr",
    ];
    const [tags, files] = [new Set<string | null>(), new Set<string>()];
    for (const change of changes) {
      const answer = await app.request(`/snapshot.svg?date=2014-05-27&lang=en${change}`);
      expect(answer.status, change).toBe(200);
      tags.add(answer.headers.get("ETag"));
      files.add(await answer.text());
    }
    expect([tags.size, files.size]).toEqual([changes.length, changes.length]);
  });

  dbTest("and its parameters are two spellings of one", () => {
    const asked = new URLSearchParams("magnitude=5/7&magnitude=8&date=2014-05-27&v=1.0.0&scale=2");
    const document = documentOf(asked, "d");
    expect(document).toEqual({
      rocade: "figure/1",
      dataset: { id: "d", version: "1.0.0" },
      show: { date: "2014-05-27", magnitude: ["5/7", "8"] },
      size: { scale: 2 },
    });
    asked.sort();
    expect(`${parametersOf(document)}`).toBe(`${asked}`);
  });

  dbTest("is refused by the name of what is wrong with it", async () => {
    const details = async (answer: Response, status = 400) => {
      expect(answer.status).toBe(status);
      return (await answer.json()).detail as string;
    };
    const plain = { rocade: "figure/1" };
    expect(await details(await posted({ ...plain, logo: 1, size: { depth: 3 } }))).toMatch(
      /figure\.size\.depth: got a member that is not known.*figure\.logo: got/,
    );
    expect(await details(await posted({ rocade: "figure/9" }))).toContain("figure.rocade");
    expect(await details(await posted("{"))).toContain("a document in JSON");
    expect(await details(await posted({ ...plain, dataset: { id: "other" } }))).toContain(
      CALAIS_ID,
    );
    expect(await details(await posted(plain, "svg", "?width=300"))).toContain(
      "width: got beside figure",
    );
    const wrong = { ...plain, annotations: [{ text: "x", at: [1], offset: [0, 0] }] };
    expect(await details(await posted(wrong))).toContain("figure.annotations.0.at");
    for (const change of [{ offset: [0.5, 0] }, { radius: 1 }, { map: 0 }, { text: "" }]) {
      const note = { text: "x", at: [1, 2], offset: [0, 0], arrow: "circle", ...change };
      const name = `figure.annotations.0.${Object.keys(change)[0]}`;
      expect(await details(await posted({ ...plain, annotations: [note] }))).toContain(name);
    }
    expect(await details(await posted({ ...plain, colours: { inside: "#000000" } }))).toContain(
      "figure.colours",
    );
    const pale = await posted({ ...plain, colours: { first: "#FFE000" } });
    const { app: asked } = await testApp();
    expect(await details(await asked.request(pale.headers.get("Location") ?? ""))).toContain(
      "first on land with a contrast of 1.",
    );
    const unknown = { ...plain, labels: { nowhere: { show: "none" } } };
    const led = await posted(unknown);
    const { app: own } = await testApp();
    expect(await details(await own.request(led.headers.get("Location") ?? ""))).toContain(
      "label: got place:nowhere",
    );
    expect(await details(await posted(JSON.stringify("x".repeat(70_000))), 413)).toContain("64000");
    const { app } = await testApp();
    expect(await details(await app.request("/snapshot.svg?figure=%21"))).toContain("base64url");
    const long = await app.request(`/snapshot.svg?figure=${"A".repeat(6001)}`);
    expect(await details(long)).toContain("6001 characters");
  });

  dbTest("has a published schema", async () => {
    const { app } = await testApp();
    const answer = await app.request("/api/figure.schema.json");
    expect(answer.headers.get("Content-Type")).toContain("application/schema+json");
    expect(await answer.json()).toMatchObject({
      additionalProperties: false,
      required: ["rocade"],
    });
  });

  dbTest("that changes what the data do not have is told what was meant", async () => {
    const { app } = await testApp();
    const asked = await app.request(
      "/snapshot.svg?date=2014-05-27&label=camp-lammy,none&highlight=event:nothing-like-it",
    );
    expect(asked.status).toBe(400);
    const { problems } = (await asked.json()) as { problems: { name: string; allowed: string }[] };
    expect(problems).toEqual([
      {
        name: "label",
        got: "place:camp-lammy",
        allowed: "a record of the data (did you mean place:camp-lamy?)",
      },
      { name: "highlight", got: "event:nothing-like-it", allowed: "a record of the data" },
    ]);
  });

  dbTest("that changes what its maps do not show says so beside the picture", async () => {
    const { app } = await testApp();
    const asked = await app.request(
      "/snapshot.svg?date=2014-05-27&label=la-lande,,,Jungle&annotation=50.9,1.8,0,40,none,Swapped",
    );
    expect(asked.status).toBe(200);
    expect(asked.headers.get("Rocade-Left-Off")?.split(", ")).toEqual(
      expect.arrayContaining(["label:la-lande", "annotation:1"]),
    );
  });
});
