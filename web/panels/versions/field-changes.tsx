import type { Geometry } from "geojson";
import { type ComponentChildren, Fragment } from "preact";
import { GEOMETRY, kindOfField } from "#model/change/change-kind.ts";
import type { FieldChange } from "#model/change/record-change.ts";
import { geodesicDistance } from "#model/space/geometry.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatDistance, formatNumber } from "#web/i18n/format.ts";
import { type FieldLine, fieldLines, listChange } from "#web/view/versions/changed-records.ts";
import { versionsTextsOf } from "./versions-texts.ts";

/** A year looks like one. */
const NUMBER: Intl.NumberFormatOptions = { maximumFractionDigits: 9, useGrouping: "min2" };

/** What was and what is, field by field. */
export function FieldChanges({ fields }: { readonly fields: readonly FieldChange[] }) {
  if (fields.length === 0) return null;
  return (
    <dl class="change-fields">
      {fieldLines(fields).map((line) => (
        <div key={line.names.join()}>
          <dt>
            <FieldNames names={line.names} />
          </dt>
          <dd>
            <ChangedValue line={line} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Fields by the words that readers know them by, or else by their names. */
function FieldNames({ names }: { readonly names: readonly string[] }) {
  const { language } = useTexts();
  const { fields } = versionsTextsOf(language);
  return (
    <>
      {names.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ", "}
          {fields[name] ?? <code>{name}</code>}
        </Fragment>
      ))}
    </>
  );
}

function ChangedValue({ line }: { readonly line: FieldLine }) {
  const { language } = useTexts();
  const texts = versionsTextsOf(language);
  if (line.names.includes(GEOMETRY)) return <ChangedPosition line={line} />;
  const areSources = line.names.some((name) => kindOfField(name) === "re-sourced");
  const list = listChange(line);
  if (list)
    return (
      <>
        {list.gone.length > 0 && (
          <span class="change-list">
            <span class="change-word">{texts.gone}</span>{" "}
            <Values of={list.gone} areSources={areSources} isFormer />
          </span>
        )}
        {list.come.length > 0 && (
          <span class="change-list">
            <span class="change-word">{texts.come}</span>{" "}
            <Values of={list.come} areSources={areSources} />
          </span>
        )}
      </>
    );
  return (
    <WasAndIs
      was={<Value of={line.old} isSource={areSources} />}
      is={<Value of={line.new} isSource={areSources} />}
    />
  );
}

type Sides = { readonly was: ComponentChildren; readonly is: ComponentChildren };

function WasAndIs({ is, was }: Sides) {
  const { language } = useTexts();
  const texts = versionsTextsOf(language);
  return (
    <>
      <span class="spoken">{texts.was} </span>
      <del>{was}</del> <span class="change-arrow" aria-hidden="true" />{" "}
      <span class="spoken">{texts.is} </span>
      <ins>{is}</ins>
    </>
  );
}

function ChangedPosition({ line }: { readonly line: FieldLine }) {
  const { language } = useTexts();
  const texts = versionsTextsOf(language);
  const [before, after] = [line.old, line.new] as readonly (Geometry | null)[];
  const [was, is] = [positionIn(before), positionIn(after)];
  // Outlines are on the map; their numbers say nothing to a reader.
  if (![before, after].every((one) => one === null || one?.type === "Point")) return texts.shape;
  const distance =
    was && is ? ` (${texts.movedBy(formatDistance(geodesicDistance(was, is), language))})` : "";
  return (
    <>
      <WasAndIs was={<Coordinates of={was} />} is={<Coordinates of={is} />} />
      {distance}
    </>
  );
}

const positionIn = (geometry: Geometry | null | undefined) =>
  geometry?.type === "Point" ? geometry.coordinates : undefined;

/** Latitude and longitude with the decimals that are published. */
function Coordinates({ of }: { readonly of: readonly number[] | undefined }) {
  const { language } = useTexts();
  if (!of) return <>{versionsTextsOf(language).nothing}</>;
  const [longitude = 0, latitude = 0] = of;
  return <bdi>{`${latitude}, ${longitude}`}</bdi>;
}

function Values({
  of,
  areSources,
  isFormer = false,
}: {
  readonly of: readonly unknown[];
  readonly areSources: boolean;
  readonly isFormer?: boolean;
}) {
  const Tag = isFormer ? "del" : "ins";
  return (
    <>
      {of.map((value, index) => (
        <Fragment key={JSON.stringify(value)}>
          {index > 0 && ", "}
          <Tag>
            <Value of={value} isSource={areSources} />
          </Tag>
        </Fragment>
      ))}
    </>
  );
}

/** A value in words; a source by its title, where it is there still. */
function Value({ of, isSource }: { readonly of: unknown; readonly isSource: boolean }) {
  const { dataset } = useApp();
  const { language } = useTexts();
  if (of === null || of === "") return <>{versionsTextsOf(language).nothing}</>;
  if (typeof of === "number") return <>{formatNumber(of, language, NUMBER)}</>;
  const text = typeof of === "string" ? of : JSON.stringify(of);
  const source = isSource ? dataset.sources.find(({ id }) => id === text) : undefined;
  return <bdi>{source ? <cite lang={source.lang}>{source.title}</cite> : text}</bdi>;
}
