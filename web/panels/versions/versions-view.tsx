import "./change-marks.css";
import "./versions.css";
import { useSignal } from "@preact/signals";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { loadingTextsOf } from "#web/i18n/loading-texts.ts";
import { withdrawnDay } from "#web/i18n/withdrawn-day.ts";
import { Part } from "#web/panels/record/record-parts.tsx";
import { DifferenceView } from "./difference-view.tsx";
import { chosenOf, type Difference, publishedBetween, useDifference } from "./use-difference.ts";
import { VersionChoice } from "./version-choice.tsx";
import { versionsTextsOf } from "./versions-texts.ts";

/** Two versions, what is different between them, and the same on the map. Loaded when it is asked for. */
export function VersionsView() {
  const { versionPair } = useApp();
  const { language } = useTexts();
  const own = versionsTextsOf(language);
  const attempt = useSignal(0);
  const asking = useDifference(versionPair.value, language, attempt.value).value;
  const { versions } = asking;
  const pair = chosenOf(versionPair.value, versions);
  return (
    <>
      {versions.length > 0 && <VersionChoice {...pair} versions={versions} />}
      {publishedBetween(pair, versions).map(
        ({ label, note, reason }) =>
          (note ?? reason) && (
            <Part key={label} title={reason ? own.reasonOf(label) : own.noteOf(label)}>
              <p>
                <bdi>{note ?? reason}</bdi>
              </p>
            </Part>
          ),
      )}
      {asking.kind === "asked" && <p role="status">{own.reading}</p>}
      {asking.kind === "known" && <Answer {...asking} />}
      {asking.kind === "failed" && (
        <>
          <p role="status">{own.failed}</p>
          <button
            class="primary"
            type="button"
            onClick={() => {
              attempt.value += 1;
            }}
          >
            {loadingTextsOf(language).retry}
          </button>
        </>
      )}
    </>
  );
}

function Answer({ answer, from, to, versions }: Difference) {
  const { language, texts } = useTexts();
  const own = versionsTextsOf(language);
  if (answer?.kind === "told")
    return (
      <DifferenceView
        key={`${from} ${to} ${language}`}
        collections={answer.diff.collections}
        from={from}
        to={to}
      />
    );
  const labels = new Set(versions.map(({ label }) => label));
  const missing = [from, to].filter((label) => !labels.has(label)).join(", ");
  return (
    <p role="status">
      {answer === null
        ? versions.length > 1
          ? own.same
          : own.only
        : answer.kind === "withdrawn"
          ? `${texts.versionWithdrawn(missing, withdrawnDay(answer.withdrawnAt, language))} ${texts.withdrawnReason(answer.reason)}`
          : own.unknown(missing)}
    </p>
  );
}
