import { hasSources } from "#model/dataset/dataset.ts";
import { evidenceIn } from "#model/evidence/dataset-evidence.ts";
import type { CitedKind } from "#model/record/citation.ts";
import { POSITION_FIELD } from "#model/record/citation.ts";
import type { DatedPhase, Place, PlacePhase } from "#model/record/place.ts";
import { labelDate } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { type EvidencedField, EvidenceList } from "#web/panels/evidence/evidence-list.tsx";
import { Sightings, ToldOfDays } from "#web/panels/evidence/sightings.tsx";

type Of<Phase> = { readonly place: Place; readonly phase: Phase };

/** A place and its point are one row of a package, an outline is one of its own. */
const kindOf = ({ phase, place }: Of<DatedPhase>): CitedKind =>
  phase.id === place.id ? "place" : "shape";

/** What the beginning and the end of a place rest on, and when it was seen; nothing where the dataset has no sources. */
export function DatesEvidence({ phase, place }: Of<DatedPhase>) {
  const { dataset } = useApp();
  const { language, texts, timeZone } = useTexts();
  if (!hasSources(dataset)) return null;
  const { evidenceOf } = evidenceIn(dataset);
  const { endEarliest, endLatest, startEarliest, startLatest } = phase.span;
  const kind = kindOf({ place, phase });
  const bound = (
    side: "start" | "end",
    edtf: string | null,
    [first, last]: readonly [typeof startEarliest, typeof startLatest],
  ): EvidencedField[] => {
    const isOpen = edtf === ".." || (edtf === null && first === null && last === null);
    const isFilled = phase.convention === side || phase.convention === "both";
    // That it was there to the end of the period is said by a source as well.
    const isStillThere = side === "end" && place.endReason === "still-there";
    if (isOpen && !isFilled && !isStillThere) return [];
    const fields = [`${side}_edtf`, `${side}_earliest`, `${side}_latest`];
    return [
      {
        name: side === "start" ? texts.evidenceStart : texts.evidenceEnd,
        said: isFilled || isOpen ? "" : labelDate(edtf, first, last, language, timeZone),
        value: "date",
        of: isFilled ? "convention" : evidenceOf(kind, phase, ...fields),
        more: isFilled ? null : <ToldOfDays placeId={place.id} days={[first, last]} />,
      },
    ];
  };
  const fields = [
    ...bound("start", phase.startEdtf, [startEarliest, startLatest]),
    ...bound("end", phase.endEdtf, [endEarliest, endLatest]),
  ];
  return (
    <>
      {fields.length > 0 && <EvidenceList fields={fields} />}
      <Sightings placeId={place.id} />
    </>
  );
}

/** What the position, or the outline, of a place rests on. */
export function PositionEvidence({ phase, place }: Of<PlacePhase>) {
  const { dataset } = useApp();
  const { texts } = useTexts();
  if (!hasSources(dataset)) return null;
  const of = evidenceIn(dataset).evidenceOf(kindOf({ place, phase }), phase, POSITION_FIELD);
  return <EvidenceList fields={[{ name: texts.evidencePosition, value: "position", of }]} />;
}
