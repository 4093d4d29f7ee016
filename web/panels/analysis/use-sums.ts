// What the events of each bar come to: added up here where the page has them, else asked for.
import { type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { declaredSums } from "#model/collection/declared-sums.ts";
import { sumsOverEach } from "#model/measure/sum.ts";
import type { Certainty } from "#model/time/span.ts";
import type { BinStep, Stretch } from "#model/time/timeline.ts";
import { onNotGiven } from "#web/api/ask-service.ts";
import type { SumsOfSteps } from "#web/api/brought-events.ts";
import { askSums } from "#web/api/event-sums.ts";
import { useApp } from "#web/controls/app-context.ts";

/** In both readings of the dates. */
export type BothSums = Readonly<Record<Certainty, SumsOfSteps>>;
export type Summed = BothSums | "coming" | "failed";

/** Of the stretches, which are the steps of the whole period. */
export function useSums(step: BinStep, stretches: readonly Stretch[]): ReadonlySignal<Summed> {
  const { dataset, events } = useApp();
  const given = useSignal<Summed>("coming");
  const isHeld = events.areHeld;
  useEffect(() => {
    if (isHeld) return;
    const stop = new AbortController();
    const declared = declaredSums(dataset.meta);
    const asked = (certainty: Certainty) => askSums(declared, { step, certainty }, stop.signal);
    Promise.all([asked("possible"), asked("certain")]).then(
      ([possible, certain]) => {
        given.value = { possible, certain };
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        onNotGiven(error, () => {
          given.value = "failed";
        });
      },
    );
    return () => stop.abort();
  }, [dataset, isHeld, step]);
  return useComputed(() => {
    if (!isHeld) return given.value;
    const properties = declaredSums(dataset.meta).map(({ property }) => property);
    const over = (certainty: Certainty) =>
      sumsOverEach(dataset.events, properties, stretches, certainty);
    return { possible: over("possible"), certain: over("certain") };
  });
}
