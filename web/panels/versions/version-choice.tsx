import { useApp, useTexts } from "#web/controls/app-context.ts";
import type { Difference } from "./use-difference.ts";
import { versionsTextsOf } from "./versions-texts.ts";

/** Which two versions are held against each other. */
export function VersionChoice({ from, to, versions }: Omit<Difference, "answer">) {
  const { actions } = useApp();
  const { language } = useTexts();
  const texts = versionsTextsOf(language);
  const labels = versions.map(({ label }) => label);
  const choice = (name: string, label: string, choose: (next: string) => void) => (
    <label>
      {name}{" "}
      <select value={label} onChange={(event) => choose(event.currentTarget.value)}>
        {[...new Set([...labels, label])].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <p class="version-choice">
      {choice(texts.from, from, (next) => actions.openVersions({ from: next, to }))}{" "}
      {choice(texts.to, to, (next) => actions.openVersions({ from, to: next }))}
    </p>
  );
}
