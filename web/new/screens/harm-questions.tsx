import type { HarmQuestion } from "#import/harm/harm-questions.ts";
import type { NewTexts } from "../words/new-texts.ts";

type Props = {
  readonly texts: NewTexts;
  readonly harm: readonly HarmQuestion[];
  readonly onAnswer: (option: HarmQuestion["options"][number]) => void;
};

/** What might harm somebody, each with what can be done; nothing is chosen before somebody chooses. */
export function HarmQuestions({ harm, onAnswer, texts }: Props) {
  return (
    <div class="new-harm">
      <h2>{texts.harmTitle}</h2>
      <p>{texts.harmLead}</p>
      {harm.map(({ answer, columns, kind, options, samples }) => (
        <fieldset key={kind} class={answer === null ? "new-group is-asked" : "new-group"}>
          <legend>{texts.harm[kind].called}</legend>
          {columns.length > 0 && (
            <p class="quiet">
              {columns.join(", ")}
              {samples.length > 0 && ` · ${samples.map(texts.quoted).join(", ")}`}
            </p>
          )}
          <p>{texts.harm[kind].asked}</p>
          <div class="new-answers">
            {options.map((option) => (
              <label key={option.answer}>
                <input
                  type="radio"
                  name={kind}
                  checked={option.answer === answer}
                  onChange={() => onAnswer(option)}
                />
                <span>{texts.harmAnswers[option.answer]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
