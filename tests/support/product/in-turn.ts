// Two states of a dataset that are published in turn while readers ask, and what they were answered.
import { hash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Db } from "#db/database.ts";
import { importPackage } from "#import/load/import-package.ts";
import { writeChangedHarbour } from "../packages/changed-harbour.ts";
import { relabel, temporaryFolder } from "../packages/packages.ts";

export const IN_TURN_ID = "in-turn";

/** One of two states under a label of its own: the same words are at other places. */
function packageOf(label: string, isOther: boolean): string {
  const folder = temporaryFolder("in-turn");
  const events = [
    {
      id: "fire",
      edtf: "1892-03-01",
      title_en: "A fire",
      title_fr: "Un feu",
      place_id: "far-moor",
    },
  ];
  writeChangedHarbour(folder, {
    ...{ name: IN_TURN_ID, frame: {} },
    rows: isOther ? { events } : {},
  });
  relabel(folder, label);
  const rewrite = (file: string, from: string, to: string) => {
    const at = path.join(folder, file);
    writeFileSync(at, readFileSync(at, "utf8").replaceAll(from, to));
  };
  if (isOther) {
    rewrite("events.csv", "The quay is cleared", "The quay is swept");
    rewrite("places.csv", "-3.205", "-3.206");
  }
  return folder;
}

const ITEMS = "/api/collections/events/items";
/** Pages, tiles, columns, the document of the page, pictures and files; of the newest version and of an early one. */
const ADDRESSES = [
  ...[`${ITEMS}?limit=1`, `${ITEMS}?f=html`, `${ITEMS}?f=gpkg`, `${ITEMS}?q=quay&f=csv`],
  ...[`${ITEMS}/quay-cleared`, `${ITEMS}?datetime=1891-06-30`, "/api/collections/camps/items"],
  "/api/collections/places/tiles/WebMercatorQuad/0/0/0",
  "/api/collections/events/tiles/WebMercatorQuad/0/0/0",
  ...[
    "/api/collections/events/columns",
    "/api/dataset",
    "/api/collections/events/schema",
    "/api/versions",
  ],
  ...["/api/changes", "/api/versions/s0/diff/s1", "/feed.xml"],
  ...["/api/analysis/timeline", "/api/analysis/separation", "/", "/?date=1891-06-30&lang=fr"],
  ...["/snapshot.svg?date=1891-06-30", "/snapshot.png?date=1891-06-30&width=600"],
  ...["csv", "geojson", "fgb", "gpkg"].map((format) => `/api/download/events.${format}`),
  "/api/download/package.zip",
  ...[`/v/s0${ITEMS}`, `/v/s0/api/download/events.csv`, "/snapshot.svg?date=1891-06-30&v=s0"],
];

type Asked = {
  readonly request: (address: string, init?: RequestInit) => Promise<Response>;
};

type Answer = {
  readonly address: string;
  readonly status: number;
  readonly tag: string | null;
  /** Of the body; undefined of one that was broken off. */
  readonly digest: string | undefined;
};

async function ask(app: Asked, address: string, tag?: string): Promise<Answer> {
  const headers: Record<string, string> = tag === undefined ? {} : { "If-None-Match": tag };
  const answer = await app.request(address, { headers });
  const digest = await answer.arrayBuffer().then(
    (body) => hash("sha1", new Uint8Array(body)),
    () => undefined,
  );
  return { address, digest, status: answer.status, tag: answer.headers.get("ETag") };
}

type Turns = {
  readonly db: Db;
  /** Whom readers ask, all the time. */
  readonly app: () => Promise<Asked>;
  /** A service that knows nothing yet, for what is answered while nothing is published. */
  readonly fresh: () => Promise<Asked>;
  readonly turns: number;
  readonly answers: number;
};

const READERS = 8;

export type Told = {
  readonly answers: number;
  readonly untagged: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly tags: number;
  /** Answers that are not those of their tag, or of no state at all. */
  readonly mixed: readonly string[];
};

/** Publishes the states in turn while readers ask, and holds each answer against that of its tag. */
export async function publishInTurn({ answers, app, db, fresh, turns }: Turns): Promise<Told> {
  const given: Answer[] = [];
  const bodies = new Map<string, string | undefined>();
  const states = new Set<string>();
  const publish = async (turn: number) => {
    const outcome = await importPackage(db, packageOf(`s${turn}`, turn % 2 === 1));
    if (outcome.status !== "loaded") throw new Error(JSON.stringify(outcome));
  };
  const note = async () => {
    const service = await fresh();
    for (const address of ADDRESSES) {
      const { digest, status, tag } = await ask(service, address);
      if (status !== 200) throw new Error(`${address}: ${status}`);
      // The page itself has none: it is asked for each time.
      if (tag !== null) bodies.set(`${address} ${tag}`, digest);
      states.add(`${address} ${digest}`);
    }
  };
  for (const turn of [0, 1]) await publish(turn);
  await note();
  const service = await app();
  const known = new Map<string, string>();
  const read = async (reader: number, turn: number) => {
    for (let count = 0; count < answers / turns / READERS; count += 1) {
      const address = ADDRESSES[(turn * 5 + reader * 7 + count) % ADDRESSES.length] ?? "/";
      const tag = count % 4 === 3 ? known.get(address) : undefined;
      const answer = await ask(service, address, tag);
      if (answer.tag) known.set(address, answer.tag);
      given.push(answer);
    }
  };
  for (let turn = 2; turn < turns + 2; turn += 1) {
    const readers = Array.from({ length: READERS }, (_, reader) => read(reader, turn));
    await Promise.all([publish(turn), ...readers]);
    await note();
  }
  const isOfTag = ({ address, digest, status, tag }: Answer) => {
    // What cannot be answered of one version is refused, or broken off.
    if (status === 503 || digest === undefined) return true;
    if (status === 304) return bodies.has(`${address} ${tag}`);
    if (status !== 200) return false;
    return tag === null
      ? states.has(`${address} ${digest}`)
      : bodies.get(`${address} ${tag}`) === digest;
  };
  const ofStatus = (status: number) => given.filter((one) => one.status === status).length;
  return {
    answers: given.length,
    untagged: given.filter(({ status, tag }) => status === 200 && tag === null).length,
    unchanged: ofStatus(304),
    refused: ofStatus(503),
    tags: bodies.size,
    mixed: given
      .filter((answer) => !isOfTag(answer))
      .map(({ address, status, tag }) => `${address}: ${status}, tag ${tag}`),
  };
}
