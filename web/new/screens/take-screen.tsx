import type { HarmQuestion } from "#import/harm/harm-questions.ts";
import type { NewTexts } from "../words/new-texts.ts";
import { HarmQuestions } from "./harm-questions.tsx";

type Props = {
  readonly texts: NewTexts;
  /** The name of the package that is made. */
  readonly name: string;
  readonly isMapped: boolean;
  /** What might harm somebody, with what was answered; undefined until the table is read again. */
  readonly harm: readonly HarmQuestion[] | undefined;
  readonly onAnswer: (change: HarmQuestion["options"][number]) => void;
  readonly onPackage: () => void;
  readonly onGeopackage: () => void;
  readonly onMapping: () => void;
};

/** What somebody has of it at the end: files, and the way to publish them; before that, what might harm somebody is asked. */
export function TakeScreen(props: Props) {
  const { harm, onAnswer, texts } = props;
  const open = harm?.filter(({ answer }) => answer === null).length ?? 0;
  return (
    <section class="new-screen">
      <h1 tabIndex={-1}>{texts.takeTitle}</h1>
      <p class="new-lead">{texts.takeLead}</p>
      {harm && harm.length > 0 && <HarmQuestions {...{ harm, onAnswer, texts }} />}
      {!harm && <p role="status">{texts.reading(0)}</p>}
      {open > 0 && (
        <p class="new-open" role="status">
          {texts.harmOpen(open)}
        </p>
      )}
      {harm && open === 0 && <Files {...props} />}
    </section>
  );
}

/** The line of a terminal that sends the package; address and token are the reader's own. */
const sending = (name: string, query: string) =>
  `curl --upload-file ${name}.zip -H "Authorization: Bearer $IMPORT_TOKEN" "$ROCADE_URL/api/datasets/${name}${query}"`;

function Files({ isMapped, name, onGeopackage, onMapping, onPackage, texts }: Props) {
  return (
    <>
      <dl class="new-files">
        <div>
          <dt>
            <button type="button" class="new-primary" onClick={onPackage}>
              {texts.package}
            </button>
          </dt>
          <dd>{texts.packageMeans}</dd>
        </div>
        {isMapped && (
          <>
            <div>
              <dt>
                <button type="button" class="new-button" onClick={onGeopackage}>
                  {texts.geopackage}
                </button>
              </dt>
              <dd>{texts.geopackageMeans}</dd>
            </div>
            <div>
              <dt>
                <button type="button" class="new-button" onClick={onMapping}>
                  {texts.mapping}
                </button>
              </dt>
              <dd>{texts.mappingMeans}</dd>
            </div>
          </>
        )}
      </dl>
      <h2 class="new-publish">{texts.publish}</h2>
      <p>{texts.publishMeans}</p>
      <pre class="new-command">
        <code>{`npm run import -- ${name}.zip`}</code>
      </pre>
      <p>{texts.publishOverHttp}</p>
      <pre class="new-command">
        <code>{["?dry-run=true", ""].map((query) => `${sending(name, query)}\n`).join("")}</code>
      </pre>
    </>
  );
}
