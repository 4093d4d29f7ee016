import type { LaidGround } from "#model/dataset/laid-ground.ts";
import { licenceInWords } from "#model/dataset/licence-words.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { documentOf } from "#web/view/address/figure-document.ts";
import type { Figure } from "#web/view/figure/figure.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import type { ShownFeatures } from "#web/view/figure/shown-features.ts";
import { alternativeText } from "#web/view/figure/words/figure-caption.ts";
import { creditOf } from "#web/view/figure/words/figure-credit.ts";
import { dateLine } from "#web/view/figure/words/figure-words.ts";
import { digestOf } from "./digest.ts";
import { lookedAt, shownBy } from "./drawn-records.ts";
import type { Proof } from "./proof-record.ts";
import { RELEASE } from "./release.ts";

const groundSaid = ({ credit, date, hash, licence }: LaidGround) => ({
  hash,
  date,
  credit,
  licence,
});

/** Of GeoJSON, that much is written out in the file; of more its digest alone is. */
const MAX_SHOWN_BYTES = 400_000;
/** No feature is shorter. */
const LEAST_FEATURE = 100;

const isTooLong = (shown: ShownFeatures): boolean =>
  shown.features.length * LEAST_FEATURE > MAX_SHOWN_BYTES ||
  JSON.stringify(shown).length > MAX_SHOWN_BYTES;

/**
 * What the file of a figure is to carry. `address`: the normalised one; `days`: those of a film, whose input has all their
 * moments.
 */
export function proofOf(
  input: FigureInput,
  { view }: Pick<Figure, "view">,
  address: URL,
  days?: readonly Day[],
): Proof {
  const { dataset, language, moments, permalink, title } = input;
  const { meta } = dataset;
  const looked = lookedAt(view);
  const { features, records } = shownBy(input, looked);
  return {
    rocade: "proof/1",
    release: RELEASE,
    dataset: {
      id: meta.id,
      version: meta.version.label,
      contentHash: meta.version.contentHash,
    },
    ...(meta.ground && { ground: groundSaid(meta.ground) }),
    root: new URL("./", address).href,
    query: address.search.slice(1),
    figure: documentOf(address.searchParams, meta.id),
    ...looked,
    ...(days ? { days: days.map(printDay) } : {}),
    page: permalink,
    language,
    title: title === "" ? dateLine(moments) : `${title}, ${dateLine(moments)}`,
    alt: alternativeText(input),
    credit: creditOf(input),
    licences: meta.licences.map((licence) => ({
      title: licenceInWords(licence),
      path: licence.path,
    })),
    records: records.length,
    digest: digestOf(records),
    shown: isTooLong(features) ? null : features,
  };
}
