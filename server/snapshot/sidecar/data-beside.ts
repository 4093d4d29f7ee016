// The data of exactly what a picture shows, and the sources behind it.
import { tableCsv } from "#formats/csv.ts";
import { sourcesCsv } from "#formats/sources-csv.ts";
import { arePoints, positionsOfPoints } from "#model/space/points.ts";
import { textIn } from "#model/words/language.ts";
import type { Figure } from "#web/view/figure/figure.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import type { ShownFeature } from "#web/view/figure/shown-features.ts";
import { lookedAt, shownBy } from "#web/view/proof/drawn-records.ts";

type Picture = { readonly figure: Figure; readonly input: FigureInput };

/** As files. `cited`: sources besides those of the picture. */
export function dataBeside(
  { figure: { sources, view }, input }: Picture,
  cited: readonly string[] = [],
): Record<"shown.geojson" | "shown.csv" | "sources.csv", string> {
  const { dataset, language, title } = input;
  const { meta } = dataset;
  const { features: shown } = shownBy(input, lookedAt(view));
  // By their numbers on the picture, and after them those of what is drawn besides.
  const numbers = new Map(sources.all.map(({ id, number }) => [id, number]));
  const used = new Set([
    ...numbers.keys(),
    ...shown.features.flatMap(({ properties }) => `${properties.sources}`.split(" ")),
    ...cited,
  ]);
  const sourceOf = new Map(dataset.sources.map((source) => [source.id, source]));
  return {
    "shown.geojson": JSON.stringify({
      ...shown,
      title,
      attribution: textIn(meta.attribution, language),
      licences: meta.licences,
      version: meta.version.label,
    }),
    "shown.csv": tableCsv(shown.features.map(rowOf)),
    "sources.csv": sourcesCsv(
      [...used].flatMap((id) => {
        const source = sourceOf.get(id);
        return source ? { source, number: numbers.get(id) ?? null } : [];
      }),
      meta.carriers,
    ),
  };
}

function rowOf({ geometry, id, properties }: ShownFeature) {
  const positions = arePoints(geometry) ? positionsOfPoints(geometry) : [];
  const [lon, lat] = [0, 1].map((axis) => written(positions.map((one) => one[axis] ?? 0)));
  return { id: `${id}`, ...properties, lon: lon ?? null, lat: lat ?? null };
}

/** One number or, of several points, each with semicolons between them, as files have them. */
const written = (numbers: readonly number[]) =>
  numbers.length > 1 ? numbers.join(";") : numbers[0];
