// What the events come to where they are too many for the page: added up by the service or, of what was brought, by whoever
// holds them.
import type { DeclaredSum } from "#model/collection/declared-sums.ts";
import {
  aNumber,
  aWholeNumber,
  type Decoder,
  listOf,
  objectOf,
  orNull,
} from "#model/field/decode.ts";
import type { EventSum } from "#model/measure/sum.ts";
import { askService } from "./ask-service.ts";
import { broughtEvents, type SumsAsked, type SumsOfSteps } from "./brought-events.ts";
import { ownAddress } from "./own-address.ts";

/** Throws `NotGiven`, or what the signal was aborted with. */
export async function askSums(
  declared: readonly DeclaredSum[],
  asked: SumsAsked,
  signal: AbortSignal,
): Promise<SumsOfSteps> {
  const brought = broughtEvents();
  if (brought) return brought.sums(asked);
  const address = ownAddress(`api/analysis/sums?${new URLSearchParams(asked)}`);
  const init = { headers: { Accept: "application/json" }, signal };
  const { value } = await askService(address, decoderOf(declared), init);
  const names = declared.map(({ property }) => property.name);
  return value.series.map(({ events, sums }) =>
    names.map((name) => ({ sum: null, told: 0, ...sums[name], events })),
  );
}

type Series = {
  readonly series: readonly {
    readonly events: number;
    readonly sums: Readonly<Record<string, Pick<EventSum, "sum" | "told">>>;
  }[];
};

function decoderOf(declared: readonly DeclaredSum[]): Decoder<Series> {
  const aSum = objectOf({ sum: orNull(aNumber), told: aWholeNumber });
  const sums: Decoder<Series["series"][number]["sums"]> = objectOf(
    Object.fromEntries(declared.map(({ property }) => [property.name, aSum])),
  );
  return objectOf({ series: listOf(objectOf({ events: aWholeNumber, sums })) });
}
