import { lackingIn, type MappingDraft } from "#import/mapping/draft.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import { keptColumns } from "#import/mapping/used-columns.ts";
import { languageName } from "#model/words/language.ts";
import { Choose } from "./choose.tsx";
import { Field, Line, Text } from "./column-field.tsx";
import { Dates } from "./date-field.tsx";
import { asPrecision, precisionValue } from "./mapping-choices.ts";
import type { MappingProps } from "./mapping-props.ts";
import { Place } from "./place-field.tsx";

const LANGUAGES = ["en", "fr", "ar", "de", "es", "it", "nl", "pl", "pt", "ru", "tr", "uk"] as const;
const TIME_ZONES = () => ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** On one screen what is in which column: each a guess, with three of its values. */
export function MappingScreen(props: MappingProps) {
  const { draft, language, mapped, onDraft, onNext, read, texts } = props;
  const lacking = lackingIn(draft);
  const told = mapped && "shown" in mapped ? mapped : undefined;
  const change = (changes: Partial<MappingDraft>) => onDraft({ ...draft, ...changes });
  const [spoken = "en"] = draft.dataset.languages;
  const others =
    draft.date && draft.position ? keptColumns(read.columns, draft as Mapping) : ([] as string[]);
  return (
    <section class="new-screen">
      <h1 tabIndex={-1}>{texts.mapTitle}</h1>
      <p class="new-lead">{leadOf(read, texts)}</p>
      {props.saved}
      <div class="new-fields">
        <Text {...props} part="title" />
        <Dates {...props} />
        <Place {...props} />
        <Line
          {...props}
          part="category"
          value={draft.category?.column ?? ""}
          onColumn={(column) => change({ category: column === "" ? null : { column, labels: {} } })}
        />
        <Text {...props} part="summary" />
        <Line
          {...props}
          part="source"
          value={draft.source?.column ?? ""}
          onColumn={(column) =>
            change({ source: column === "" ? null : { column, url: null, separator: null } })
          }
        />
        <Field label={texts.parts.precision}>
          <Choose
            label={texts.parts.precision}
            value={precisionValue(draft)}
            options={[
              ...(Object.entries(texts.precisions) as [string, string][]),
              ...read.columns.map((one) => [`=${one}`, texts.inColumn(one)] as const),
            ]}
            onChoose={(value) => change({ precision: asPrecision(value, draft.precision) })}
          />
        </Field>
        <div class="new-field new-called">
          <label class="new-choice">
            <span>{texts.called}</span>
            <input
              type="text"
              value={draft.dataset.title}
              onChange={(event) => {
                const title = event.currentTarget.value.trim();
                if (title !== "") change({ dataset: { ...draft.dataset, title } });
              }}
            />
          </label>
          <Choose
            label={texts.language}
            value={spoken}
            options={[...new Set([spoken, ...LANGUAGES])].map(
              (one) => [one, languageName(one, language)] as const,
            )}
            onChoose={(next) => onDraft(spokenIn(draft, next))}
          />
          <Choose
            label={texts.timeZone}
            value={draft.dataset.timeZone}
            options={[...new Set(TIME_ZONES())].map((zone) => [zone, zone] as const)}
            onChoose={(timeZone) => change({ dataset: { ...draft.dataset, timeZone } })}
          />
        </div>
      </div>
      {others.length > 0 && (
        <p class="quiet new-others">
          {texts.others(others.length)} {others.join(", ")}
        </p>
      )}
      <div class="new-buttons new-foot">
        {lacking.length > 0 ? (
          <p role="status">
            {texts.lacking} {lacking.map((part) => texts.lack[part]).join(", ")}
          </p>
        ) : (
          <>
            <button type="button" class="new-primary" disabled={!told} onClick={onNext}>
              {told && told.groups.length === 0 ? texts.showMap(told.events) : texts.next}
            </button>
            <p role="status">{told ? texts.readable(told.events, told.rows) : texts.reading(0)}</p>
          </>
        )}
      </div>
    </section>
  );
}

function leadOf({ mappedBy, preset }: MappingProps["read"], texts: MappingProps["texts"]): string {
  if (mappedBy !== null) return texts.mappedLead(mappedBy);
  return preset === null ? texts.mapLead : texts.presetLead(preset);
}

/** The draft with its texts in another language. */
function spokenIn(draft: MappingDraft, language: string): MappingDraft {
  const [former = "en"] = draft.dataset.languages;
  const moved = (texts: MappingDraft["title"]) =>
    Object.fromEntries(
      Object.entries(texts).map(([tag, text]) => [tag === former ? language : tag, text]),
    );
  const languages = [...new Set([language, ...draft.dataset.languages.slice(1)])];
  return {
    ...draft,
    dataset: { ...draft.dataset, languages },
    title: moved(draft.title),
    summary: moved(draft.summary),
  };
}
