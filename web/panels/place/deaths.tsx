import { rangeOf } from "#model/measure/people.ts";
import type { Death } from "#model/record/claim.ts";
import { labelDate } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidSomehow } from "#web/controls/said.tsx";
import { formatPeople } from "#web/i18n/format.ts";
import { Accounts } from "#web/panels/evidence/sightings.tsx";
import { Part } from "#web/panels/record/record-parts.tsx";

/** Deaths that sources tell of at the place, soberly: each as it is told, none added to another. */
export function DeathsAtPlace({ placeId }: { readonly placeId: string }) {
  const { dataset } = useApp();
  const { language, texts, timeZone } = useTexts();
  const told = dataset.deaths.filter((death) => death.placeId === placeId);
  if (told.length === 0) return null;
  const whenOf = ({ earliest, edtf, latest }: Death) =>
    labelDate(edtf, earliest, latest, language, timeZone);
  return (
    <Part title={texts.deathsHere}>
      <p class="quiet">{texts.deathsMethod}</p>
      <ul class="claims">
        {told.map((death) => {
          const range = rangeOf(death);
          return (
            <li key={death.id}>
              <p>
                {death.scope === "total" && range ? (
                  <strong>{texts.labelled(whenOf(death), formatPeople(range, language))}</strong>
                ) : (
                  <strong>{whenOf(death)}</strong>
                )}
              </p>
              <p>
                <Said of={death.note} />
              </p>
              <p class="quiet">
                <SaidSomehow of={death.countedBy} /> <Accounts ids={death.sourceIds} />
              </p>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
