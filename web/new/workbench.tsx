import { useEffect, useRef } from "preact/hooks";
import { mended } from "#import/mapped/problem-groups.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import { saveFile } from "#web/export/save-file.ts";
import { loadPreview, PreviewScreen } from "./preview/preview-screen.tsx";
import { RowsScreen } from "./rows/rows-screen.tsx";
import { DropScreen } from "./screens/drop-screen.tsx";
import { MappingScreen } from "./screens/mapping-screen.tsx";
import { ProblemsScreen } from "./screens/problems-screen.tsx";
import { ReadScreen } from "./screens/read-screen.tsx";
import { Refused } from "./screens/refused.tsx";
import { SavedMapping } from "./screens/saved-mapping.tsx";
import { TakeScreen } from "./screens/take-screen.tsx";
import { STEPS, type Step, useBench } from "./use-bench.ts";
import { type NewTexts, newTextsOf } from "./words/new-texts.ts";

type Props = {
  readonly language: InterfaceLanguage;
  readonly onLanguage: (language: InterfaceLanguage) => void;
};

/** One decision a screen, from the file to the map. */
export function Workbench({ language, onLanguage }: Props) {
  const texts = newTextsOf(language);
  const at = useBench(language);
  const { bench, mapping, told } = at;
  const { choice, dataset, draft, fault, kept, mapped, offered, progress, read, refusals, step } =
    bench;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${texts.title} – Rocade`;
  }, [texts]);
  useEffect(() => {
    main.current?.querySelector<HTMLElement>("h1")?.focus();
    // Where it does not come now it is asked for again where it is needed.
    if (step === "map") loadPreview().catch(() => undefined);
  }, [step]);
  const id = mapping?.dataset.id ?? dataset?.meta.id ?? "package";
  if (step === "preview" && dataset)
    return (
      <PreviewScreen
        texts={texts}
        language={language}
        dataset={dataset}
        events={at.events}
        onColumns={read ? () => at.goTo("map") : null}
        onRow={read ? at.changeRow : null}
        onTake={() => at.goTo("take")}
      />
    );
  return (
    <div class="new-page">
      <Head {...{ language, onLanguage, step, texts }} onStep={at.goTo} />
      <main ref={main}>
        {refusals.length > 0 && <Refused refusals={refusals} texts={texts} />}
        {fault !== null && (
          <p class="new-refused" role="alert">
            {texts.fault} <code>{fault}</code>
          </p>
        )}
        {progress !== null && (
          <p class="new-reading" role="status">
            <span>{texts.reading(progress)}</span>
            <button type="button" class="new-link" onClick={at.cancel}>
              {texts.cancel}
            </button>
          </p>
        )}
        {step === "drop" && progress === null && (
          <DropScreen
            {...{ kept, texts }}
            onFiles={(files) => void at.brought(files)}
            onGoOn={(work) => void at.goOn(work)}
            onForget={at.forget}
          />
        )}
        {step === "read" && read && (
          <ReadScreen
            {...{ choice, read, texts }}
            onChoice={(next) => void at.readOtherwise(next)}
            onNext={() => at.goTo("map")}
          />
        )}
        {step === "map" && read && draft && (
          <MappingScreen
            {...{ draft, language, mapped, read, texts }}
            onDraft={at.setDraft}
            onNext={at.leaveMapping}
            saved={
              <SavedMapping
                {...{ offered, texts }}
                onUse={(known) => void at.useMapping(known)}
                onLoad={(file) => void at.loadMapping(file)}
              />
            }
          />
        )}
        {step === "problems" && told && mapping && (
          <ProblemsScreen
            texts={texts}
            mapped={told}
            onMend={(mend) => at.setDraft(mended(mapping, mend))}
            onSaveRejected={() =>
              void at.rejected()?.then((blob) => saveFile(blob, `${read?.file}.rejected.csv`))
            }
            onRows={() => at.goTo("rows")}
            onNext={() => void at.show()}
          />
        )}
        {step === "problems" && !told && <p role="status">{texts.reading(0)}</p>}
        {step === "rows" && read && mapping && (
          <RowsScreen
            {...{ language, mapping, texts }}
            columns={read.columns}
            hasWrong={(told?.rejected ?? 0) > 0}
            event={at.bench.event}
            find={(asked) => at.findRows(mapping, asked)}
            look={(edit) => at.lookAtRow(mapping, edit)}
            onEdit={at.edit}
            onUndo={at.undo}
            onRedo={at.redo}
            onNext={() => void at.show()}
          />
        )}
        {step === "take" && (
          <TakeScreen
            texts={texts}
            name={id}
            isMapped={mapping !== undefined}
            harm={mapping ? told?.harm : []}
            onAnswer={(option) => mapping && at.setDraft(mended(mapping, option))}
            onPackage={() => {
              at.keepMapping();
              void at.pack().then((blob) => saveFile(blob, `${id}.zip`));
            }}
            onGeopackage={() => {
              at.keepMapping();
              void at.geopackage().then((blob) => blob && saveFile(blob, `${id}.gpkg`));
            }}
            onMapping={() => {
              at.keepMapping();
              const text = JSON.stringify(mapping, null, 2);
              saveFile(new Blob([text], { type: "application/json" }), `${id}.mapping.json`);
            }}
          />
        )}
      </main>
    </div>
  );
}

type HeadProps = Props & {
  readonly texts: NewTexts;
  readonly step: Step;
  readonly onStep: (step: Step) => void;
};

/** Where one is, with the way back to what was decided. */
function Head({ language, onLanguage, onStep, step, texts }: HeadProps) {
  const other = language === "en" ? "fr" : "en";
  const at = STEPS.indexOf(step);
  return (
    <header class="new-head">
      <p class="new-name">Rocade</p>
      <nav aria-label={texts.stepsLabel}>
        <ol>
          {STEPS.map((one, index) => (
            <li key={one} aria-current={one === step ? "step" : undefined}>
              {index < at ? (
                <button type="button" onClick={() => onStep(one)}>
                  {texts.steps[one]}
                </button>
              ) : (
                <span>{texts.steps[one]}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <button type="button" class="new-link" lang={other} onClick={() => onLanguage(other)}>
        {texts.otherLanguage}
      </button>
    </header>
  );
}
