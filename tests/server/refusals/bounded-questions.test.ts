// Questions that would take long for what they are: refused, with the bound, before anybody works on them; and those just
// within the bounds are answered in time.
import { describe, expect } from "vitest";
import { LIMITS } from "#model/question/cql2/node.ts";
import { LIMITS_OF_WORDS } from "#model/words/asked-words.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

const EVENTS = "/api/collections/events/items?limit=1";
const filter = (text: string) => `${EVENTS}&filter=${encodeURIComponent(text)}`;
const q = (text: string) => `q=${encodeURIComponent(text)}`;
const repeated = (text: string, times: number, by: string) => Array(times).fill(text).join(by);
const nested = (times: number) =>
  Array.from({ length: times }).reduce<string>((inner) => `(${inner} ^ 1)`, "precision_m");
const ring = (corners: number) =>
  Array.from({ length: corners }, (_, index) => {
    const angle = (index * 2 * Math.PI * 2) / corners;
    return `${Math.round(90 * Math.cos(angle))} ${Math.round(80 * Math.sin(angle))}`;
  });
const { alternatives, characters, words } = LIMITS_OF_WORDS;
/** How much longer a question at the bounds may take than a simple one, on whatever machine. */
const [MAX_TIMES, SLACK_MS] = [8, 4000] as const;

describe("a question beyond what may be asked", () => {
  dbTest.for([
    [`${EVENTS}&${q(repeated("a", words + 1, " "))}`, `${words} words`],
    [`${EVENTS}&${q(repeated("a", 1500, " "))}`, `${characters} characters`],
    [`${EVENTS}&${q(repeated("a", alternatives + 1, ","))}`, `${alternatives} alternatives`],
    [`/api/download/events.csv?${q(repeated("b", 60, " "))}`, `${words} words`],
    [`/api/collections/events/columns?${q(repeated("b", 60, " "))}`, `${words} words`],
    [`/api/analysis/timeline?${q(repeated("b", 60, " "))}`, `${words} words`],
    [
      `/api/collections/events/tiles/WebMercatorQuad/0/0/0?${q(repeated("b", 60, " "))}`,
      `${words} words`,
    ],
    [`/snapshot.svg?${q(repeated("b", 60, " "))}`, `${words} words`],
    [`/snapshot.svg?area=${repeated("1,50", 500, ",")}`, "200 corners"],
    [`/snapshot.svg?kinds=${repeated("squat", 101, ",")}`, "100"],
    [filter(`precision_m IN (${repeated("1", LIMITS.list + 1, ",")})`), `${LIMITS.list}`],
    [filter(repeated("precision_m=1", LIMITS.list + 1, " OR ")), `${LIMITS.list}`],
    [filter(`${nested(15)} > 1`), `${LIMITS.depth}`],
    [filter(`${"(".repeat(2900)}precision_m=1${")".repeat(2900)}`), `${LIMITS.depth}`],
    [filter("x".repeat(LIMITS.characters + 1)), `${LIMITS.characters} characters`],
    [`${EVENTS}&properties=${repeated("id", 300, ",")}`, "at most"],
    [`${EVENTS}&sortby=${repeated("start", 7, ",")}`, "at most 6"],
  ] as const)("is refused with the bound: %s", async ([address, bound]) => {
    const { app } = await testApp();
    const response = await app.request(address);
    const { detail, problems } = await response.json();
    expect({ status: response.status, detail }).toMatchObject({ status: 400 });
    expect(problems[0].allowed).toContain(bound);
  });

  const places = "/api/collections/places/items?limit=1";
  const tile = "/api/collections/events/tiles/WebMercatorQuad/0/0/0";
  const corners = [...ring(400), ring(400)[0]].join(",");
  dbTest.for([
    [`${EVENTS}&${q(repeated("a", words, " "))}`, `${EVENTS}&q=a`],
    [`${places}&${q(repeated("a b", alternatives, ","))}`, `${places}&q=a`],
    [`${tile}?${q(repeated("a b", alternatives, ","))}`, `${tile}?q=a`],
    [filter(`${nested(10)} > 1`), filter("precision_m > 1")],
    [filter(`precision_m IN (${repeated("1", LIMITS.list, ",")})`), filter("precision_m = 1")],
    [filter(`S_INTERSECTS(geometry, POLYGON((${corners})))`), EVENTS],
    [filter(repeated("CASEI(title_en) LIKE CASEI('%a%e%i%o%u%q%')", 90, " OR ")), EVENTS],
  ] as const)(
    "and within the bounds takes little longer than a simple one: %s",
    async ([address, simple]) => {
      const { app } = await testApp();
      const timed = async (path: string) => {
        const start = performance.now();
        const response = await app.request(path);
        const text = await response.text();
        expect({ status: response.status, text: text.slice(0, 300) }).toMatchObject({
          status: expect.toSatisfy((status) => status < 300),
        });
        return performance.now() - start;
      };
      const usual = await timed(simple);
      expect(await timed(address)).toBeLessThan(MAX_TIMES * usual + SLACK_MS);
    },
  );
});

describe("an address that no square code can hold", () => {
  dbTest.for(["svg", "png"])("leaves the code off a picture, and says so: %s", async (format) => {
    const { app } = await testApp();
    const corners = Array.from({ length: 190 }, (_, index) => {
      const angle = (index * 2 * Math.PI) / 190;
      return `${(1.85 + 0.11 * Math.cos(angle)).toFixed(5)},${(50.95 + 0.07 * Math.sin(angle)).toFixed(5)}`;
    });
    const response = await app.request(
      `/snapshot.${format}?date=2014-05-27&width=1600&height=1000&area=${corners.join(",")}`,
    );
    await response.arrayBuffer();
    expect(response.status).toBe(200);
    expect(response.headers.get("Rocade-Left-Off")).toContain("qr");
  });
});
