import { type ComponentChildren, Fragment } from "preact";
import { GEOMETRY, kindOfField } from "#model/change/change-kind.ts";
import { findCollection } from "#model/collection/collections.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { fieldLabel } from "#web/i18n/field-texts.ts";
import {
  type Change,
  type FieldLine,
  fieldLines,
  listChange,
} from "#web/view/versions/changed-records.ts";
import { movedInWords, type Told, valueInWords } from "#web/view/versions/told-value.ts";
import { versionsTextsOf } from "./versions-texts.ts";

/** What was and what is, field by field. */
export function FieldChanges({ of }: { readonly of: Pick<Change, "collection" | "fields"> }) {
  const { dataset } = useApp();
  const { language } = useTexts();
  if (of.fields.length === 0) return null;
  const { meta } = dataset;
  const properties = findCollection(meta, of.collection)?.properties ?? [];
  const told: Told = { language, meta, properties };
  return (
    <dl class="change-fields">
      {fieldLines(of.fields).map((line) => (
        <div key={line.names.join()}>
          <dt>{line.names.map((name) => fieldLabel(name, properties, language)).join(", ")}</dt>
          <dd>
            <ChangedValue line={line} told={told} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Line = { readonly line: FieldLine; readonly told: Told };

function ChangedValue({ line, told }: Line) {
  const texts = versionsTextsOf(told.language);
  const list = listChange(line);
  const value = (of: unknown) => <Value of={of} line={line} told={told} />;
  if (list)
    return (
      <>
        {list.gone.length > 0 && (
          <span class="change-list">
            <span class="change-word">{texts.gone}</span> {listed(list.gone, "del", value)}
          </span>
        )}
        {list.come.length > 0 && (
          <span class="change-list">
            <span class="change-word">{texts.come}</span> {listed(list.come, "ins", value)}
          </span>
        )}
      </>
    );
  const [was, is] = [line.old, line.new].map((one) => valueInWords(one, line.names[0] ?? "", told));
  // Of outlines that were drawn otherwise it is said once.
  if (line.names.includes(GEOMETRY) && was === is) return <>{is}</>;
  const moved = line.names.includes(GEOMETRY) && movedInWords(line.old, line.new, told.language);
  return (
    <>
      <span class="spoken">{texts.was} </span>
      <del>{value(line.old)}</del> <span class="change-arrow" aria-hidden="true" />{" "}
      <span class="spoken">{texts.is} </span>
      <ins>{value(line.new)}</ins>
      {moved && ` (${moved})`}
    </>
  );
}

const listed = (
  of: readonly unknown[],
  Tag: "del" | "ins",
  value: (one: unknown) => ComponentChildren,
) =>
  of.map((one, index) => (
    <Fragment key={JSON.stringify(one)}>
      {index > 0 && ", "}
      <Tag>{value(one)}</Tag>
    </Fragment>
  ));

/** A value in words; a source by its title, where it is there still. */
function Value({ of, line, told }: Line & { readonly of: unknown }) {
  const { dataset } = useApp();
  const [name = ""] = line.names;
  const isSource = line.names.some((one) => kindOfField(one) === "re-sourced");
  const source = isSource ? dataset.sources.find(({ id }) => id === of) : undefined;
  if (source)
    return (
      <bdi>
        <cite lang={source.lang}>{source.title}</cite>
      </bdi>
    );
  return <bdi>{valueInWords(of, name, told)}</bdi>;
}
