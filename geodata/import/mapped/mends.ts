// What would mend rows that are wrong in one way: changes of the mapping, to choose from.
import type { DateEvidence } from "../mapping/date/date-order.ts";
import type { EventField } from "../mapping/event-fields.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { Mend, ProblemGroup } from "./problem-groups.ts";

type Group = Omit<ProblemGroup, "mends">;

const IN_WORDS = { dmy: "day, month, year", mdy: "month, day, year" } as const;
const NUMBERS_IN_WORDS = {
  excel: "days as Excel counts them",
  "excel-1904": "days as Excel counts them on old Macintoshes",
  seconds: "seconds since 1970",
  milliseconds: "milliseconds since 1970",
} as const;

/** The mends for a group of rows; `evidence` is what the column of dates tells. */
export function mendsOf(group: Group, mapping: Mapping, evidence?: DateEvidence): readonly Mend[] {
  switch (group.kind) {
    case "open-order":
      return [order("dmy"), order("mdy")];
    case "impossible-order": {
      const other = mapping.date.order === "dmy" ? "mdy" : "dmy";
      // Where more cells would be impossible then, it is those few that are wrong.
      const then = evidence?.[other === "dmy" ? "monthFirst" : "dayFirst"] ?? 0;
      return then < group.count ? [order(other)] : [];
    }
    case "number-date":
      return (Object.keys(NUMBERS_IN_WORDS) as (keyof typeof NUMBERS_IN_WORDS)[]).map((value) => ({
        kind: "numbers",
        change: [{ path: ["date", "numbers"], value }],
        said: `read the numbers as ${NUMBERS_IN_WORDS[value]}`,
      }));
    case "short-year":
      return ([1900, 2000] as const).map((value) => ({
        kind: "century",
        change: [{ path: ["date", "century"], value }],
        said: `read the years as ${value} to ${value + 99}`,
      }));
    case "reversed":
      return [swapDates(mapping)];
    case "left-out-time":
      return mapping.date.clock === null
        ? []
        : [
            {
              kind: "no-clock",
              change: [{ path: ["date", "clock"], value: null }],
              said: "leave out the times of day",
            },
          ];
    case "out-of-range":
    case "exchanged":
      return swapColumns(mapping);
    case "nowhere":
      return [
        {
          kind: "nowhere-empty",
          change: [{ path: ["nowhere"], value: "empty" }],
          said: "take 0, 0 for no position",
        },
      ];
    case "duplicates":
      return [
        {
          kind: "first-of-duplicates",
          change: [{ path: ["duplicates"], value: "first" }],
          said: "keep the first of each",
        },
      ];
    case "no-id":
    case "same-id":
      return [
        {
          kind: "ids-made",
          change: [{ path: ["id"], value: null }],
          said: "make ids of date and title, and keep the column as an attribute",
        },
      ];
    case "no-source":
      return [
        {
          kind: "no-source",
          change: [{ path: ["source"], value: null }],
          said: "keep the column as an attribute, and make no table of sources",
        },
      ];
    case "not-allowed":
      return mendsOfField(group, mapping);
    default:
      return [];
  }
}

const order = (value: "dmy" | "mdy"): Mend => ({
  kind: "order",
  change: [{ path: ["date", "order"], value }],
  said: `read them as ${IN_WORDS[value]}`,
});

function swapDates({ date }: Mapping): Mend {
  const { end, start } = date;
  return {
    kind: "swap-dates",
    change: [
      { path: ["date", "start"], value: end },
      { path: ["date", "end"], value: start },
    ],
    said: "swap the two columns of dates",
  };
}

function swapColumns({ position }: Mapping): readonly Mend[] {
  if (position.from === "columns") {
    const { lat, lon } = position;
    return [
      {
        kind: "swap-columns",
        change: [{ path: ["position"], value: { ...position, lat: lon, lon: lat } }],
        said: "swap latitude and longitude",
      },
    ];
  }
  if (position.from !== "pair") return [];
  const value = position.order === "lat-lon" ? "lon-lat" : "lat-lon";
  return [
    {
      kind: "swap-columns",
      change: [{ path: ["position", "order"], value }],
      said: "swap latitude and longitude",
    },
  ];
}

/** A column that protects somebody is not made an attribute. */
function mendsOfField({ column }: Group, mapping: Mapping): readonly Mend[] {
  const [name] =
    (Object.entries(mapping.fields) as [EventField, string][]).find(([, one]) => one === column) ??
    [];
  const isOfPrecision =
    mapping.precision && "column" in mapping.precision && mapping.precision.column === column;
  if (isOfPrecision)
    return [
      {
        kind: "no-precision",
        change: [{ path: ["precision"], value: null }],
        said: "go by the decimals of the positions",
      },
    ];
  if (name === undefined || name === "disclosure" || name === "sensitivity") return [];
  const { [name]: _, ...fields } = mapping.fields;
  return [
    {
      kind: "keep-as-attribute",
      change: [{ path: ["fields"], value: fields }],
      said: "keep the column as an attribute",
    },
  ];
}
