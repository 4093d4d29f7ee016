import type { Dataset } from "#model/dataset.ts";
import type { Messages } from "#web/i18n/messages.ts";
import type { Scene } from "#web/state/scene.ts";

/** Who is behind the numbers on the figure: publishers of the claims shown, as many as the room holds. */
export function figureSources(
  dataset: Dataset,
  scene: Scene,
  texts: Messages,
  mostCharacters: number,
): string {
  const publishers = new Map(
    dataset.sources.map(({ id, publisher, published }) => [
      id,
      published ? `${publisher} (${published})` : publisher,
    ]),
  );
  const named = [
    ...new Set(
      scene.sites
        .filter(({ isCounted }) => isCounted)
        .flatMap(({ claims }) => claims.flatMap(({ sourceIds }) => sourceIds))
        .flatMap((id) => publishers.get(id) ?? []),
    ),
  ];
  if (named.length === 0) return "";
  let text = "";
  let count = 0;
  for (const name of named) {
    const longer = text === "" ? name : `${text}; ${name}`;
    if (longer.length > mostCharacters) break;
    text = longer;
    count += 1;
  }
  const rest = named.length - count;
  const more = rest > 0 ? ` ${texts.figureMoreSources(rest)}` : "";
  return `${texts.figureSources} ${text}${more}.`;
}
