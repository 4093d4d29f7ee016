import { declaredSums } from "#model/collection/declared-sums.ts";
import { sumOf } from "#model/measure/sum.ts";
import { labelDay } from "#model/time/date-label.ts";
import type { Day } from "#model/time/day.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, Term } from "#web/controls/said.tsx";
import { formatNumber } from "#web/i18n/format.ts";
import { certainOf, happenedIn, tallyOf } from "#web/view/scene/happened.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import { sumInWords } from "#web/view/words/readout-parts.ts";

/** The events of two dates beside each other, the earlier first: how many there are, of each category, and their sums. */
export function EventTable() {
  const { compare, comparedScene, dataset, events, scene, day } = useApp();
  const { language, texts } = useTexts();
  const [other, before] = [compare.value, comparedScene.value];
  // A crowd's events are not in the page: the maps show them.
  if (other === null || before === null || !events.areHeld) return null;
  const sideOf = (day: Day, seen: Scene) => {
    const happened = happenedIn(seen);
    return {
      day,
      events: happened.map(({ thing }) => thing),
      surely: certainOf(happened),
      ...tallyOf(happened),
    };
  };
  const sides = [sideOf(other as Day, before), sideOf(day.value, scene.value)].sort(
    (a, b) => a.day - b.day,
  );
  const number = (value: number) => formatNumber(value, language);
  const seen = new Set(sides.flatMap((side) => side.events.map(({ category }) => category)));
  const categories = dataset.meta.vocabularies.eventCategories.filter(({ id }) => seen.has(id));
  return (
    <table class="sites compared-events">
      <thead>
        <tr>
          <td />
          {sides.map((side) => (
            <th key={side.day} scope="col">
              {labelDay(side.day, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{texts.comparedEvents}</th>
          {sides.map((side) => (
            <td key={side.day}>{number(side.all)}</td>
          ))}
        </tr>
        {sides.some(({ all, certain }) => certain < all) && (
          <tr>
            <th scope="row">{texts.comparedPossible}</th>
            {sides.map(({ all, certain, day }) => (
              <td key={day}>{number(all - certain)}</td>
            ))}
          </tr>
        )}
        {categories.length > 1 &&
          categories.map(({ id }) => (
            <tr key={id}>
              <th scope="row">
                <Term of="eventCategories" id={id} />
              </th>
              {sides.map((side) => (
                <td key={side.day}>
                  {number(side.events.filter(({ category }) => category === id).length)}
                </td>
              ))}
            </tr>
          ))}
        {declaredSums(dataset.meta).map((sum) => (
          <tr key={sum.property.name}>
            <th scope="row">
              <Said of={sum.label} />
            </th>
            {sides.map((side) => (
              <td key={side.day}>
                {sumInWords(
                  sumOf(side.events, sum.property),
                  sumOf(side.surely, sum.property),
                  sum,
                  language,
                  texts,
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
