// What cannot be read, and why.
import { inWords, type Phrase, type Refusal } from "#import/refusal/refusal.ts";
import type { NewTexts } from "../words/new-texts.ts";

const MAX_TOLD = 8;
/** What has no name of its own: its place says which it is. */
const WHOLES: ReadonlySet<string> = new Set(["file", "row"]);

type Props = { readonly refusals: readonly Refusal[]; readonly texts: NewTexts };

export function Refused({ refusals, texts }: Props) {
  const said = (phrase: Phrase) => inWords(phrase, texts.refusals);
  return (
    <div class="new-refused" role="alert">
      <h2>{texts.refused}</h2>
      <ul>
        {refusals.slice(0, MAX_TOLD).map(({ allowed, file, got, line, name }) => (
          <li key={`${file} ${line} ${name}`}>
            <strong>
              {[file, line, WHOLES.has(name) ? null : name].filter(Boolean).join(" · ")}
            </strong>{" "}
            {texts.refusedWhat(said(got), said(allowed))}
          </li>
        ))}
      </ul>
    </div>
  );
}
