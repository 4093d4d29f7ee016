// What a dataset says of itself, without naming records that are in it no more.
import type { Declared, DeclaredSeparation } from "./declared.ts";

type Said = { readonly declared: Declared; readonly separation: DeclaredSeparation | null };

/** The same without the records; a separation whose reference place is gone is none. */
export function withoutRecords({ declared, separation }: Said, gone: ReadonlySet<string>): Said {
  const isLeft = ([id]: readonly [string, unknown]) => !gone.has(id);
  const left = <Value>(named: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(named).filter(isLeft));
  const emphasis = Object.entries(left(declared.emphasis)).map(
    ([step, ids]) => [step, ids.filter((id) => !gone.has(id))] as const,
  );
  const ofRest = separation && restOf(separation, gone);
  const measures = ofRest
    ? declared.measures
    : declared.measures.filter(({ type }) => type !== "separation" || !separation);
  return {
    declared: {
      ...declared,
      measures,
      shortNames: left(declared.shortNames),
      carriers: left(declared.carriers),
      emphasis: Object.fromEntries(emphasis),
    },
    separation: ofRest,
  };
}

function restOf(
  separation: DeclaredSeparation,
  gone: ReadonlySet<string>,
): DeclaredSeparation | null {
  if (gone.has(separation.reference.place)) return null;
  const outlines = separation.line?.outlines.filter((id) => !gone.has(id)) ?? [];
  const line = separation.line && outlines.length > 0 ? { ...separation.line, outlines } : null;
  return {
    ...separation,
    further: separation.further.filter(({ place }) => !gone.has(place)),
    line,
    sides: line ? separation.sides : null,
  };
}
