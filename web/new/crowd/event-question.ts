// What the page asks of events, as parameters of the API, answered where they are: in the browser of whoever brought them.
import type { Geometry, MultiPolygon, Polygon } from "geojson";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Node } from "#model/question/cql2/node.ts";
import { parseText } from "#model/question/cql2/parse-text.ts";
import type { Event } from "#model/record/event.ts";
import { type Bbox, isInBbox } from "#model/space/bbox.ts";
import { isInside } from "#model/space/geometry.ts";
import { positionsOfPoints } from "#model/space/points.ts";
import { parseDatetime } from "#model/time/datetime.ts";
import { parseDay } from "#model/time/day.ts";
import { matches } from "#model/time/span.ts";
import { containsWords } from "#model/words/fold.ts";
import { factsOf } from "#web/view/scene/facts.ts";

type Test = (event: Event) => boolean;

/** Whether an event answers all that the parameters ask: those that the page writes. */
export function eventTest(asked: URLSearchParams, dataset: Dataset): Test {
  const tests: Test[] = [];
  const datetime = parseDatetime(asked.get("datetime") ?? "../..", dataset.meta.timeZone);
  const certainty = asked.get("certainty") === "certain" ? "certain" : "possible";
  if (datetime.ok) tests.push(({ span }) => matches(span, datetime.value, certainty));
  const [place, q] = [asked.get("place_id"), asked.get("q") ?? ""];
  if (place !== null) tests.push(({ placeId }) => placeId === place);
  const [west = 0, south = 0, east = 0, north = 0] = (asked.get("bbox") ?? "")
    .split(",")
    .map(Number);
  const box: Bbox = { west, south, east, north };
  if (asked.has("bbox"))
    tests.push(({ point }) => positionsOf(point).some((position) => isInBbox(position, box)));
  const filter = asked.get("filter");
  if (filter !== null) tests.push(filterTest(parseText(filter)));
  // Last: only for words are the texts of all events gathered.
  if (q.trim() !== "")
    tests.push(({ id }) => containsWords(factsOf(dataset).events.get(id)?.text ?? "", q));
  return (event) => tests.every((test) => test(event));
}

const positionsOf = (point: Event["point"]) => (point ? positionsOfPoints(point) : []);

type Operation = Extract<Node, { readonly op: string }>;

/** The conditions that the page writes, all of which hold: lists of values, bounds, and an area. */
function filterTest(node: Node): Test {
  const { args, op } = node as Operation;
  const [left, right] = args;
  if (op === "and") {
    const parts = args.map(filterTest);
    return (event) => parts.every((test) => test(event));
  }
  if (op === "s_intersects") {
    const areas = polygonsOf(right as Geometry);
    return ({ point }) =>
      positionsOf(point).some((position) => areas.some((area) => isInside(position, area)));
  }
  const name = (left as Extract<Node, { readonly property: string }>).property;
  if (op === "in") {
    const values = (right as readonly Node[]).map(literalIn);
    return (event) => values.some((value) => comparable(event, name, value) === value);
  }
  const bound = literalIn(right);
  if (op === ">=") return (event) => isOrdered(bound, comparable(event, name, bound));
  if (op === "<=") return (event) => isOrdered(comparable(event, name, bound), bound);
  throw new Error(`the page asks nothing with ${op}`);
}

type Value = string | number | boolean | undefined;

const isOrdered = (low: Value, high: Value): boolean =>
  typeof low === "number" && typeof high === "number" && low <= high;

/** A day is a number, as it is counted everywhere. */
function literalIn(node: Node | undefined): Value {
  if (typeof node === "object" && "date" in node) return parseDay(node.date);
  return node as string | number | boolean | undefined;
}

/** What the event has under the name, as a value of the type of the other. */
function comparable({ attributes, category, certainty }: Event, name: string, other: Value): Value {
  const own =
    name === "category" ? category : name === "certainty" ? certainty : attributes?.[name];
  if (own === undefined || own === null) return undefined;
  if (typeof other === "string") return String(own);
  if (typeof other === "boolean") return String(own) === "true";
  return typeof own === "number" ? own : (parseDay(String(own)) ?? Number(own));
}

function polygonsOf(area: Geometry): readonly Polygon[] {
  if (area.type !== "MultiPolygon") return [area as Polygon];
  return (area as MultiPolygon).coordinates.map((coordinates) => ({
    type: "Polygon",
    coordinates,
  }));
}
