import type { Example, Mend, ProblemGroup } from "#import/mapped/problem-groups.ts";
import { columnIn } from "#import/mapping/fault.ts";
import { inWords } from "#import/refusal/refusal.ts";
import type { Mapped } from "../reading/reading-task.ts";
import type { NewTexts } from "../words/new-texts.ts";

type Props = {
  readonly texts: NewTexts;
  readonly mapped: Exclude<Mapped, { readonly kind: "refused" }>;
  readonly onMend: (mend: Mend) => void;
  readonly onRows: () => void;
  readonly onSaveRejected: () => void;
  readonly onNext: () => void;
};

/** What is wrong, told once for all rows that are wrong in one way, each with what would mend them all. */
export function ProblemsScreen({ mapped, onMend, onNext, onRows, onSaveRejected, texts }: Props) {
  const { events, groups, rejected } = mapped;
  return (
    <section class="new-screen">
      <h1 tabIndex={-1}>{texts.problemsTitle(rejected)}</h1>
      {rejected > 0 && (
        <p class="new-lead">{events === 0 ? texts.nothingLeft : texts.problemsLead}</p>
      )}
      <ul class="new-groups">
        {groups.map((group) => (
          <Group key={`${group.kind} ${group.column}`} {...{ group, onMend, texts }} />
        ))}
      </ul>
      {rejected > 0 && (
        <p class="new-buttons">
          <button type="button" class="new-link" onClick={onRows}>
            {texts.changeRows}
          </button>
          <button type="button" class="new-link" onClick={onSaveRejected}>
            {texts.saveRejected}
          </button>
        </p>
      )}
      <p class="new-buttons new-foot">
        <button type="button" class="new-primary" disabled={events === 0} onClick={onNext}>
          {texts.showMap(events)}
        </button>
      </p>
    </section>
  );
}

function Group({
  group: { column, count, examples, kind, mends, weight },
  onMend,
  texts,
}: Pick<Props, "onMend" | "texts"> & { readonly group: ProblemGroup }) {
  return (
    <li class={`new-group is-${weight}`}>
      <h2>{texts.faults[kind] ?? kind}</h2>
      <p class="quiet">
        {[texts.inRows(count), columnIn({ column, words: examples[0]?.words })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p>{examples.map((one) => exampleWords(one, texts)).join(", ")}</p>
      {texts.hints[kind] && <p class="quiet">{texts.hints[kind]}</p>}
      {mends.length > 0 && (
        <p class="new-buttons">
          {mends.map((mend) => (
            <button key={mend.said} type="button" class="new-button" onClick={() => onMend(mend)}>
              {mendWords(mend, texts)}
            </button>
          ))}
        </p>
      )}
    </li>
  );
}

const exampleWords = ({ line, value, words }: Example, texts: NewTexts): string =>
  words ? texts.exampleInWords(inWords(words, texts.refusals), line) : texts.example(value, line);

/** Some mends of one kind differ by the value that they set. */
function mendWords({ change, kind, said }: Mend, { mends }: NewTexts): string {
  return mends[kind] ?? mends[`${kind} ${change[0]?.value}`] ?? said;
}
