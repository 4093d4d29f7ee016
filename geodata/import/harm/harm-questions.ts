// What of a table might harm somebody once it is published: asked before, and answered by whoever brings it. Headings and the
// first rows tell; nothing is found out that they do not.
import type { ColumnLook, TableLook } from "../guess/column-look.ts";
import { plain } from "../guess/headings.ts";
import type { Mend } from "../mapped/problem-groups.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { keptColumns, namedColumns } from "../mapping/used-columns.ts";

export const HARM_KINDS = ["persons", "contacts", "homes", "small-counts"] as const;
export type HarmKind = (typeof HARM_KINDS)[number];

export type HarmQuestion = {
  readonly kind: HarmKind;
  /** The columns that it is about. */
  readonly columns: readonly string[];
  /** Some of what stands in the first of them. */
  readonly samples: readonly string[];
  /** The question, in English. */
  readonly said: string;
  /** What would be published less exactly, or not at all. */
  readonly mends: readonly Mend[];
};

const PERSONS =
  /(^|_)(first|last|full|family|given|middle|maiden)_?name|(^|_)(sur|fore|nick)name|(^|_)(prenom|nom_de_famille|nom_complet|vorname|nachname)|(^|_)(victim|witness|suspect|patient|detainee|person|deceased|defendant|officer)s?(_?names?)?$|(^|_)(name|nom)_(of|du|de|des|d)_|date_of_birth|birth_?date|(^|_)dob$|date_de_naissance/;
const CONTACTS = /(^|_)(e_?mail|phone|telephone|mobile|passport|whatsapp|id_number|ssn)(_|$)/;
const HOMES =
  /(^|_)(home|house|street|postal)?_?(address|adresse|anschrift|direccion)(_|$)|(^|_)domicile/;
const COUNTS =
  /(^|_)(dead|deaths?|killed|missing|fatalities|casualties|victims?|wounded|injured|survivors|people|persons|women|men|children|girls|boys|morts|blesses|victimes|personnes|best|deaths_civilians)(_|$)/;

const AN_EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
/** Counts below this one may tell who is meant where few live. */
const SMALL = 5;

/** What has to be asked; none where nothing was found, which is no promise that nothing is there. */
export function harmQuestions({ columns }: TableLook, mapping: Mapping): readonly HarmQuestion[] {
  const names = columns.map(({ column }) => column);
  const kept = new Set(keptColumns(names, mapping));
  const used = new Set(namedColumns(mapping).map(([, column]) => column));
  const published = columns.filter(
    ({ column }) => kept.has(column) || (used.has(column) && !mapping.leaveOut.includes(column)),
  );
  const matching = (pattern: RegExp) =>
    published.filter(({ column }) => pattern.test(plain(column)));
  const isOfMail = ({ samples }: ColumnLook) => samples.some((cell) => AN_EMAIL.test(cell.trim()));
  const hasSmall = ({ samples }: ColumnLook) =>
    samples.some((cell) => /^[1-9]$/.test(cell.trim()) && Number(cell) < SMALL);
  const contacts = published.filter((one) => CONTACTS.test(plain(one.column)) || isOfMail(one));
  const found: readonly (readonly [HarmKind, readonly ColumnLook[], string])[] = [
    [
      "persons",
      matching(PERSONS),
      "they look as if they named persons: is each of them public already, and has to be here?",
    ],
    [
      "contacts",
      contacts,
      "they look like ways to reach persons: nobody has to be reached from a map",
    ],
    ["homes", matching(HOMES), "they look like addresses, where somebody may live"],
    [
      "small-counts",
      matching(COUNTS).filter(hasSmall),
      `some of their counts of people are below ${SMALL}, which may tell who is meant where few live`,
    ],
  ];
  return found.flatMap(([kind, own, said]): HarmQuestion[] => {
    const [first] = own;
    if (!first) return [];
    const concerned = own.map(({ column }) => column);
    const mends = [
      ...leaveOut(
        concerned.filter((column) => kept.has(column)),
        mapping,
      ),
      ...coarser(mapping),
    ];
    return [{ kind, columns: concerned, samples: first.samples, said, mends }];
  });
}

function leaveOut(columns: readonly string[], mapping: Mapping): readonly Mend[] {
  if (columns.length === 0) return [];
  const value = [...mapping.leaveOut, ...columns];
  const said = `leave out ${columns.join(", ")}`;
  return [{ kind: "leave-out", change: [{ path: ["leaveOut"], value }], said }];
}

const coarser = ({ rounding }: Mapping): readonly Mend[] =>
  rounding === null || rounding === "100m"
    ? [
        {
          kind: "round",
          change: [{ path: ["rounding"], value: "1km" }],
          said: "make all positions coarse, to 1 km",
        },
      ]
    : [];
