// What of a table might harm somebody once it is published: asked before, and answered by whoever brings it. Headings and the
// first rows tell; nothing is found out that they do not.
import type { ColumnLook, TableLook } from "../guess/column-look.ts";
import { plain } from "../guess/headings.ts";
import { isSmallCount } from "../mapping/cell-cover.ts";
import type { HarmKind } from "../mapping/harm-kinds.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { keptColumns, namedColumns } from "../mapping/used-columns.ts";
import { columnAnswer, columnOptions, type HarmAnswer, type HarmOption } from "./column-options.ts";
import { positionAnswer, positionOptions } from "./position-options.ts";

export type HarmQuestion = {
  readonly kind: HarmKind;
  /** The columns that it is about; none where it is about positions. */
  readonly columns: readonly string[];
  /** Some of what stands in the first of them. */
  readonly samples: readonly string[];
  /** The question, in English. */
  readonly said: string;
  /** What may be done, each as a change of the mapping. */
  readonly options: readonly HarmOption[];
  /** What the mapping says already; null where it is to be asked. */
  readonly answer: HarmAnswer | null;
};

const PERSONS =
  /(^|_)(first|last|full|family|given|middle|maiden)_?name|(^|_)(sur|fore|nick)name|(^|_)(prenom|nom_de_famille|nom_complet|vorname|nachname)|(^|_)(victim|witness|suspect|patient|detainee|person|deceased|defendant|officer)s?(_?names?)?$|(^|_)(name|nom)_(of|du|de|des|d)_|date_of_birth|birth_?date|(^|_)dob$|date_de_naissance/;
const CONTACTS = /(^|_)(e_?mail|phone|telephone|mobile|passport|whatsapp|id_number|ssn)(_|$)/;
const HOMES =
  /(^|_)(home|house|street|postal)?_?(address|adresse|anschrift|direccion)(_|$)|(^|_)domicile/;
const COUNTS =
  /(^|_)(dead|deaths?|killed|missing|fatalities|casualties|victims?|wounded|injured|survivors|people|persons|women|men|children|girls|boys|morts|blesses|victimes|personnes|best|deaths_civilians)(_|$)/;

const AN_EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
/** Metres: whoever is that near may tell which house it is. */
const EXACT_M = 100;

const SAID: Readonly<Record<HarmKind, string>> = {
  persons:
    "they look as if they named persons: is each of them public already, and has to be here?",
  contacts: "they look like ways to reach persons: nobody has to be reached from a map",
  homes: "they look like addresses, where somebody may live",
  "small-counts":
    "some of their counts of people are below 5, which may tell who is meant where few live",
  positions: `some positions are known to less than ${EXACT_M} m: beside what tells of persons they may show where somebody lives`,
};

/**
 * What has to be asked, with what was answered; none where nothing was found, which is no promise that nothing is there.
 * `exactM` is how exact the most exact position of the file is.
 */
export function harmQuestions(
  { columns }: TableLook,
  mapping: Mapping,
  exactM: number | null,
): readonly HarmQuestion[] {
  const isOfMail = ({ samples }: ColumnLook) => samples.some((cell) => AN_EMAIL.test(cell.trim()));
  const isCalled = (pattern: RegExp) => (one: ColumnLook) => pattern.test(plain(one.column));
  const isOfKind: Readonly<Record<Exclude<HarmKind, "positions">, (one: ColumnLook) => boolean>> = {
    persons: isCalled(PERSONS),
    contacts: (one) => isCalled(CONTACTS)(one) || isOfMail(one),
    homes: isCalled(HOMES),
    "small-counts": (one) => isCalled(COUNTS)(one) && one.samples.some(isSmallCount),
  };
  const names = columns.map(({ column }) => column);
  const written = new Set([
    ...keptColumns(names, { ...mapping, leaveOut: [] }),
    ...namedColumns(mapping).map(([, column]) => column),
  ]);
  const ofColumns = (Object.keys(isOfKind) as (keyof typeof isOfKind)[]).flatMap(
    (kind): HarmQuestion[] => {
      const own = columns.filter((one) => written.has(one.column) && isOfKind[kind](one));
      const [first] = own;
      if (!first) return [];
      const concerned = own.map(({ column }) => column);
      return [
        {
          ...{ kind, columns: concerned, samples: first.samples, said: SAID[kind] },
          options: columnOptions(kind, concerned, mapping),
          answer: columnAnswer(kind, concerned, mapping),
        },
      ];
    },
  );
  const isExact = exactM !== null && exactM < EXACT_M;
  if (ofColumns.length === 0 || !(isExact || mapping.rounding !== null)) return ofColumns;
  const positions: HarmQuestion = {
    ...{ kind: "positions", columns: [], samples: [], said: SAID.positions },
    options: positionOptions(mapping),
    answer: positionAnswer(mapping),
  };
  return [...ofColumns, positions];
}
