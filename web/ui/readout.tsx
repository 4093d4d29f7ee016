import { useComputed } from "@preact/signals";
import { messagesOf } from "#web/i18n/messages.ts";
import { readoutParts } from "#web/i18n/readout-parts.ts";
import { useApp } from "./app-context.ts";

/** The measures of the date in one line. */
export function Readout() {
  const { dataset, separation, language } = useApp();
  const parts = useComputed(() =>
    readoutParts(separation.value, language.value, messagesOf(language.value, dataset.meta)),
  );
  const sites = useComputed(() => parts.value.sites);
  const sides = useComputed(() => parts.value.sides);
  const mean = useComputed(() => parts.value.mean);
  const people = useComputed(() => parts.value.people);
  return (
    <p class="readout">
      <strong>{sites}</strong>
      <span>{sides}</span>
      <span>{mean}</span>
      <span>{people}</span>
    </p>
  );
}
