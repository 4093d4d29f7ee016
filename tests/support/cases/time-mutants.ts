import {
  CERTAINTIES,
  type Certainty,
  type Clause,
  type Comparison,
  TIME_RULE,
  type TimeRule,
} from "#model/time/span.ts";
import { TIME_CASES, type TimeCase } from "./time-cases.ts";

/** A time rule that is wrong in one place. */
type TimeMutant = {
  readonly name: string;
  readonly rule: TimeRule;
  readonly wrong: keyof Clause;
};

const NEIGHBOUR: Readonly<Record<Comparison, Comparison>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
};

function withClause(
  certainty: Certainty,
  side: "start" | "end",
  change: Partial<Clause>,
): TimeRule {
  const reading = TIME_RULE[certainty];
  return { ...TIME_RULE, [certainty]: { ...reading, [side]: { ...reading[side], ...change } } };
}

/** The rule with each comparison off by one day, and with each unknown day taken the other way. */
export const TIME_MUTANTS: readonly TimeMutant[] = CERTAINTIES.flatMap((certainty) =>
  (["start", "end"] as const).flatMap((side) => {
    const { day, ifUnknown, is } = TIME_RULE[certainty][side];
    const [not, neighbour] = [!ifUnknown, NEIGHBOUR[is]];
    return [
      {
        name: `${certainty}: ${day} ${neighbour} instead of ${is}`,
        rule: withClause(certainty, side, { is: neighbour }),
        wrong: "is" as const,
      },
      {
        name: `${certainty}: an unknown ${day} taken as ${not ? "met" : "not met"}`,
        rule: withClause(certainty, side, { ifUnknown: not }),
        wrong: "ifUnknown" as const,
      },
    ];
  }),
);

/** Whether a case is possible and whether it is certain. */
export type Answers = Readonly<Record<Certainty, boolean>>;

export function rightAnswers({ presence }: TimeCase): Answers {
  return { possible: presence !== "absent", certain: presence === "certain" };
}

/** The cases, by name, that are not answered as they must be. */
export function wrongCases(answers: readonly Answers[]): string[] {
  return TIME_CASES.flatMap((timeCase, index) => {
    const [right, answer] = [rightAnswers(timeCase), answers[index]];
    const isRight = CERTAINTIES.every((certainty) => answer?.[certainty] === right[certainty]);
    return isRight ? [] : timeCase.name;
  });
}
