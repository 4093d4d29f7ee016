import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { ownColumns } from "#model/question/own-column.ts";
import { printDay } from "#model/time/day.ts";
import { choosableLanguages, ownLanguageName, textIn } from "#model/words/language.ts";
import { pageAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { CopyButton } from "#web/controls/copy-button.tsx";
import { Check, Group, Select } from "#web/controls/form-fields.tsx";
import { usePart } from "#web/controls/part/use-part.ts";
import { part } from "#web/state/part.ts";
import { urlStateOf } from "#web/state/url-echo.ts";
import {
  EMBED_CONTROLS,
  EMBED_THEMES,
  type EmbedOptions,
  embedAddress,
  frameCode,
  HEIGHT_SCRIPT,
  imageCode,
  SANDBOX,
} from "#web/view/address/embed-options.ts";
import { isOwnMachine } from "#web/view/address/own-machine.ts";
import { printUrl } from "#web/view/address/url.ts";
import { embedTextsOf } from "./embed-texts.ts";

/** With what draws figures, which the page fetches of itself. */
const WORDS = part(
  async () => (await import("#web/panels/picture/picture-dialog.tsx")).pictureInWords,
);

const WIDTHS = ["100%", "640", "390"] as const;
const [MIN_HEIGHT, FIRST_HEIGHT, MAX_HEIGHT] = [300, 600, 1200];

/** What the window holds that builds the HTML with which another page shows the map as it is now, with a live preview of it. */
export function EmbedDialog() {
  const state = useApp();
  const { language } = useTexts();
  const texts = embedTextsOf(language);
  const options = useSignal<EmbedOptions>({ controls: "all", theme: "auto" });
  const width = useSignal<string>("100%");
  const height = useSignal(FIRST_HEIGHT);
  const frameLanguage = useSignal(language);
  const keepsDate = useSignal(true);
  const isGrowing = useSignal(false);
  const isSandboxed = useSignal(false);
  const columns = ownColumns(state.dataset.meta.attributes);
  const page = printUrl(pageAddress(), urlStateOf(state, ""), columns);
  page.searchParams.set("lang", frameLanguage.value);
  if (!keepsDate.value) for (const name of ["date", "time"]) page.searchParams.delete(name);
  else if (state.mode.value !== "window") page.searchParams.set("date", printDay(state.day.value));
  const address = embedAddress(page, options.value);
  const title = textIn(state.dataset.meta.title, frameLanguage.value);
  const sandbox = isSandboxed.value ? SANDBOX : undefined;
  const frame = frameCode(address, title, { width: width.value, height: height.value, sandbox });
  const code = isGrowing.value ? `${frame}\n${HEIGHT_SCRIPT}` : frame;
  const image = new URL("snapshot.png", page);
  image.search = page.search;
  for (const name of ["view", "versions", "step"]) image.searchParams.delete(name);
  const pictureInWords = usePart(WORDS, () => undefined);
  const crowd = state.events.pictured.value;
  const alt = useMemo(
    () => pictureInWords?.(state.dataset, image, frameLanguage.value, crowd) ?? title,
    [pictureInWords, state.dataset, image.href, frameLanguage.value, crowd],
  );
  const picture = imageCode(page, image, alt);
  return (
    <>
      <section class="embed-preview" aria-label={texts.preview}>
        <iframe
          key={`${address.href} ${sandbox}`}
          sandbox={sandbox}
          src={address.href}
          title={title}
          style={{
            inlineSize: width.value === "100%" ? "100%" : `${width.value}px`,
            blockSize: `${height.value}px`,
          }}
        />
      </section>
      <div class="picture-sheet">
        {isOwnMachine(page) && (
          <p class="own-machine" role="note">
            {texts.ownMachine(page.host)}
          </p>
        )}
        <Group title={texts.code}>
          <textarea class="code" readOnly rows={5} aria-label={texts.code} value={code} />
          <CopyButton text={code} label={texts.copy} />
        </Group>
        <Group title={texts.options}>
          <div class="pair">
            <label class="field">
              {texts.width}
              <select
                value={width.value}
                onChange={(event) => {
                  width.value = event.currentTarget.value;
                }}
              >
                {WIDTHS.map((one) => (
                  <option key={one} value={one}>
                    {one.endsWith("%") ? texts.wholeWidth : `${one} px`}
                  </option>
                ))}
              </select>
            </label>
            <label class="field">
              {texts.height}
              <input
                type="number"
                min={MIN_HEIGHT}
                max={MAX_HEIGHT}
                step={10}
                value={height.value}
                onChange={(event) => {
                  const next = event.currentTarget.valueAsNumber;
                  if (Number.isFinite(next))
                    height.value = Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, Math.round(next)));
                }}
              />
            </label>
          </div>
          <div class="pair">
            <Select
              label={texts.language}
              options={choosableLanguages(state.dataset.meta.languages)}
              value={frameLanguage.value}
              text={ownLanguageName}
              onChoose={(one) => {
                frameLanguage.value = one;
              }}
            />
            <Select
              label={texts.theme}
              options={EMBED_THEMES}
              value={options.value.theme}
              text={(one) => texts.themes[one]}
              onChoose={(theme) => {
                options.value = { ...options.peek(), theme };
              }}
            />
          </div>
          <Select
            label={texts.controls}
            options={EMBED_CONTROLS}
            value={options.value.controls}
            text={(one) => texts.controlsOf[one]}
            onChoose={(controls) => {
              options.value = { ...options.peek(), controls };
            }}
          />
          <Check
            label={texts.keepsDate}
            isOn={keepsDate.value}
            onToggle={(isOn) => {
              keepsDate.value = isOn;
            }}
          />
          <Check
            label={texts.grows}
            isOn={isGrowing.value}
            onToggle={(isOn) => {
              isGrowing.value = isOn;
            }}
          />
          <Check
            label={texts.sandboxed}
            isOn={isSandboxed.value}
            onToggle={(isOn) => {
              isSandboxed.value = isOn;
            }}
          />
          {isSandboxed.value && <p class="quiet">{texts.sandboxHow}</p>}
        </Group>
        <Group title={texts.image}>
          <p class="quiet">{texts.imageHow}</p>
          <textarea class="code" readOnly rows={4} aria-label={texts.image} value={picture} />
          <CopyButton text={picture} label={texts.copy} />
        </Group>
      </div>
    </>
  );
}
