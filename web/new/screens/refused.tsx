// What cannot be read, and why.
import { inWords, isRefusal, type Refusal } from "#import/refusal/refusal.ts";
import type { RowProblem } from "#import/row-problem.ts";
import { type NewTexts, newTextsOf } from "../words/new-texts.ts";

const MAX_TOLD = 8;

type Props = {
  readonly refusals: readonly (Refusal | RowProblem)[];
  readonly texts: NewTexts;
};

export function Refused({ refusals, texts }: Props) {
  return (
    <div class="new-refused" role="alert">
      <h2>{texts.refused}</h2>
      <ul>
        {refusals.slice(0, MAX_TOLD).map((one) => {
          const { file, line, name } = one;
          return (
            <li key={`${file} ${line} ${name}`}>
              <strong>
                {[file, line, name === "file" ? null : name].filter(Boolean).join(" · ")}
              </strong>{" "}
              <Why {...{ one, texts }} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What the check of a package says in English alone is marked as that. */
function Why({ one, texts }: { readonly one: Refusal | RowProblem } & Pick<Props, "texts">) {
  if (isRefusal(one)) {
    const { allowed, got } = one;
    return <>{texts.refusedWhat(inWords(got, texts.refusals), inWords(allowed, texts.refusals))}</>;
  }
  const said = newTextsOf("en").refusedWhat(one.got, one.allowed);
  if (texts.checkedInEnglish === null) return <>{said}</>;
  return (
    <>
      {texts.checkedInEnglish} <span lang="en">{said}</span>
    </>
  );
}
