// What others are told of an address: cards of feeds, oEmbed, frames.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

async function ask(address: string, headers: Record<string, string> = {}) {
  const webRoot = temporaryFolder("web");
  writeFileSync(path.join(webRoot, "index.html"), readFileSync("web/index.html"));
  const { app } = await testApp({ webRoot });
  const response = await app.request(address, { headers });
  return { app, response, text: await response.text() };
}

const decode = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

function metaOf(html: string): ReadonlyMap<string, string> {
  const found = html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g);
  return new Map([...found].map(([, name = "", content = ""]) => [name, decode(content)]));
}

describe("a shared address", () => {
  dbTest("has title, description and picture of its own state and language", async () => {
    const { app, text } = await ask("/?date=2016-09-05&lang=fr&sel=event:blockade-5sep16");
    expect(text).toContain('<html lang="fr"');
    expect(text).toContain(
      "<title>5 septembre 2016 – Calais 2013-2016 : 2 lieux connus sur 2 au-delà de la rocade – Rocade</title>",
    );
    const meta = metaOf(text);
    expect(meta.get("og:title")).toContain("5 septembre 2016");
    expect(meta.get("description")).toContain("2 lieux · 2 au-delà");
    expect(meta.get("og:image:alt")).toContain(
      "Carte : Calais 2013-2016 : 2 lieux connus sur 2 au-delà de la rocade, 5 septembre 2016.",
    );
    const image = new URL(meta.get("og:image") ?? "");
    expect(image.searchParams.get("sel")).toBe("event:blockade-5sep16");
    const picture = await app.request(image.pathname + image.search);
    expect(picture.status).toBe(200);
    const header = new DataView(await picture.arrayBuffer());
    expect(`${header.getUint32(16)}`).toBe(meta.get("og:image:width"));
    expect(`${header.getUint32(20)}`).toBe(meta.get("og:image:height"));
  });

  dbTest("differs by date, and follows the reader's language where it names none", async () => {
    const english = await ask("/?date=2014-05-27");
    expect(metaOf(english.text).get("og:title")).toContain("27 May 2014");
    const french = await ask("/?date=2014-05-27", { "Accept-Language": "fr" });
    expect(metaOf(french.text).get("og:title")).toContain("27 mai 2014");
    expect(french.response.headers.get("Vary")).toContain("Accept-Language");
  });

  dbTest.for([
    "/?date=soon&kinds=%22%3E%3Cscript%3E",
    "/?sel=place:nowhere&lang=xx",
    "/?utm_source=%3Cb%3E&q=%22%3E%3Cb%3E",
    "/?q=a%00b",
    "/?date=2014-05-27&date=2014-05-28",
  ])("%s is described by what of it makes sense, and lets no markup in", async (address) => {
    const { response, text } = await ask(address);
    expect(response.status).toBe(200);
    expect(metaOf(text).get("og:image")).toMatch(/^http:\/\/localhost\/snapshot\.png\?/);
    expect(text).not.toMatch(/<script>|<b>/);
  });

  dbTest("shows a picture of itself where there is no script", async () => {
    const { text } = await ask("/embed?date=2014-05-27&lang=en");
    const still = /<noscript>\s*<a[^>]*><img class="still" src="([^"]+)" alt="([^"]+)"/.exec(text);
    expect(decode(still?.[1] ?? "")).toBe("http://localhost/snapshot.svg?date=2014-05-27&lang=en");
    expect(still?.[2]).toContain("27 May 2014");
  });
});

describe("frames", () => {
  dbTest("of other pages may show the embedded map, and nothing else", async () => {
    const policy = async (address: string) =>
      (await ask(address)).response.headers.get("Content-Security-Policy");
    expect(await policy("/embed")).toContain("frame-ancestors *");
    expect(await policy("/")).toContain("frame-ancestors 'self'");
    expect(await policy("/api")).toContain("frame-ancestors 'self'");
    expect((await ask("/embed")).response.headers.get("X-Frame-Options")).toBeNull();
  });
});

describe("oEmbed", () => {
  const of = (page: string, more = "") => `/oembed?url=${encodeURIComponent(page)}${more}`;

  dbTest("is found from the page, and answers with a frame of that state", async () => {
    const { app, text } = await ask("/?date=2016-09-05&lang=fr");
    const found = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(
      text,
    );
    const address = new URL(decode(found?.[1] ?? ""));
    const answer = await (await app.request(address.pathname + address.search)).json();
    expect(answer).toMatchObject({ version: "1.0", type: "rich", width: 800, height: 600 });
    expect(decode(answer.html)).toContain(
      'src="http://localhost/embed?date=2016-09-05&lang=fr" title="5 septembre 2016',
    );
    expect(answer.thumbnail_url).toContain("date=2016-09-05");
  });

  dbTest("keeps to the size that is asked for, and leaves out a card that is larger", async () => {
    const { text } = await ask(of("http://localhost/", "&maxwidth=400&maxheight=300"));
    const answer = JSON.parse(text);
    expect([answer.width, answer.height]).toEqual([400, 300]);
    expect(answer.thumbnail_url).toBeUndefined();
  });

  dbTest("is XML too, well formed", async () => {
    const { response, text } = await ask(of("http://localhost/?q=a%26b", "&format=xml"));
    expect(response.headers.get("Content-Type")).toContain("xml");
    expect(text).toContain("<type>rich</type>");
    expect(text.replace(/<\/?[a-z_]+>|<\?xml[^>]*\?>/g, "")).not.toMatch(/[<>]/);
  });

  dbTest.for([
    ["/oembed", 400, "url"],
    [of("nothing"), 400, "url"],
    [of("http://localhost/", "&maxwidth=wide"), 400, "maxwidth"],
    [of("http://localhost/", "&callback=x"), 400, "callback"],
    [of("http://elsewhere.example/"), 404, "http://localhost/"],
    [of("http://localhost/api"), 404, "http://localhost/"],
    [of("http://localhost/", "&format=yaml"), 501, "json or xml"],
  ] as const)("%s answers %d and says %s", async ([address, status, said]) => {
    const { response, text } = await ask(address);
    expect(response.status).toBe(status);
    expect(text).toContain(said);
  });
});
