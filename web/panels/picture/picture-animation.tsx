import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { ownColumns } from "#model/question/own-column.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { useApp } from "#web/controls/app-context.ts";
import { DayField } from "#web/controls/day-field.tsx";
import { canWriteVideo, makeAnimation } from "#web/export/animation.ts";
import {
  ANIMATION_FORMATS,
  ANIMATION_STEPS,
  type AnimationFormat,
  type AnimationStep,
  daysOf,
  daysOfChange,
  evenSize,
  FRAME_RATE,
  firstStep,
  LONG_SIDES,
  MAX_FRAMES,
  repeatsOf,
} from "#web/export/animation-plan.ts";
import { saveFile } from "#web/export/save-file.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { type PictureChoices, pictureAddress } from "#web/view/address/picture-choices.ts";
import type { PictureTexts } from "./picture-texts.ts";

type Props = {
  readonly choices: PictureChoices;
  readonly page: URL;
  readonly texts: PictureTexts;
};

type Made = {
  readonly format: AnimationFormat;
  readonly url: string;
  readonly file: Blob;
  readonly poster: Blob;
  readonly posterUrl: string;
  readonly pictures: number;
  readonly cut: number;
};

/** The format, or the other one of a video that this browser can write; null when it can write neither. */
async function writableFormat(
  format: AnimationFormat,
  { height, width }: { readonly width: number; readonly height: number },
): Promise<AnimationFormat | null> {
  if (format !== "mp4" && format !== "webm") return format;
  if (await canWriteVideo(format, width, height)) return format;
  return format === "mp4" && (await canWriteVideo("webm", width, height)) ? "webm" : null;
}

/** The same figure day after day, as a film, a GIF or single pictures. */
export function PictureAnimation({ choices, page, texts }: Props) {
  const state = useApp();
  const { period } = state;
  const first = useSignal<Day>(period.first);
  const last = useSignal<Day>(period.last);
  const changes = () => daysOfChange(state.left.value.events, state.series.value);
  const step = useSignal<AnimationStep>(useMemo(() => firstStep(changes, period), []));
  const seconds = useSignal(0.5);
  const format = useSignal<AnimationFormat>("mp4");
  const longSide = useSignal<number>(1280);
  const message = useSignal("");
  const done = useSignal<number | null>(null);
  const made = useSignal<Made | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(new Error("closed")), []);

  const days = daysOf(changes, { first: first.value, last: last.value }, step.value);
  const isTooMany = days.length > MAX_FRAMES;
  const columns = ownColumns(state.dataset.meta.attributes);
  const address = pictureAddress(page, { ...choices, layout: "page", scale: 1 }, "svg", columns);
  for (const name of ["time", "compare"]) address.searchParams.delete(name);
  const read = readPictureAddress(address, columns);

  const start = async () => {
    if (!read.ok || done.peek() !== null) return;
    const stopping = new AbortController();
    stop.current = stopping;
    done.value = 0;
    message.value = "";
    made.value = null;
    try {
      await make(evenSize(read.value.size, longSide.peek()), stopping.signal);
    } catch (error) {
      message.value = stopping.signal.aborted
        ? texts.cancelled
        : texts.failed(error instanceof Error ? error.message : String(error));
    } finally {
      done.value = null;
    }
  };
  /** Rejects with the signal's reason when the reader stops it, or closes the window, at whatever step. */
  const make = async (size: { width: number; height: number }, signal: AbortSignal) => {
    const chosen = await writableFormat(format.peek(), size);
    signal.throwIfAborted();
    if (!chosen) {
      message.value = texts.noVideo;
      return;
    }
    format.value = chosen;
    const { cut, file, poster } = await makeAnimation(
      {
        dataset: state.dataset,
        crowd: state.events.pictured.peek(),
        address: address.href,
        language: state.language.peek(),
        days,
        seconds: seconds.peek(),
        format: chosen,
        ...size,
      },
      (count) => {
        done.value = count;
      },
      signal,
    );
    made.value = {
      format: chosen,
      file,
      poster,
      pictures: days.length,
      cut,
      url: URL.createObjectURL(file),
      posterUrl: URL.createObjectURL(poster),
    };
  };

  const name = `rocade-${printDay(first.value)}-${printDay(last.value)}`;
  const ending = (one: AnimationFormat) => (one === "frames" ? "zip" : one);
  return (
    <fieldset class="group picture-animation">
      <legend>{texts.animation}</legend>
      <div class="pair">
        <DayField
          class="field"
          label={texts.from}
          day={first.value}
          onDay={(day) => {
            first.value = day;
          }}
        />
        <DayField
          class="field"
          label={texts.to}
          day={last.value}
          onDay={(day) => {
            last.value = day;
          }}
        />
      </div>
      <div class="pair">
        <label class="field">
          {texts.step}
          <select
            value={step.value}
            onChange={(event) => {
              step.value = event.currentTarget.value as AnimationStep;
            }}
          >
            {ANIMATION_STEPS.map((one) => (
              <option key={one} value={one}>
                {texts.steps[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {texts.seconds}
          <input
            type="number"
            min={0.4}
            max={10}
            step={0.1}
            value={seconds.value}
            onInput={(event) => {
              // Faster than this would flash.
              const next = event.currentTarget.valueAsNumber;
              if (Number.isFinite(next)) seconds.value = Math.min(10, Math.max(0.4, next));
            }}
          />
        </label>
      </div>
      <div class="pair">
        <label class="field">
          {texts.format}
          <select
            value={format.value}
            onChange={(event) => {
              format.value = event.currentTarget.value as AnimationFormat;
            }}
          >
            {ANIMATION_FORMATS.map((one) => (
              <option key={one} value={one}>
                {texts.formats[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {texts.size}
          <select
            value={longSide.value}
            onChange={(event) => {
              longSide.value = Number(event.currentTarget.value);
            }}
          >
            {LONG_SIDES.map((side) => {
              const { height, width } = read.ok
                ? evenSize(read.value.size, side)
                : { width: side, height: side };
              return (
                <option key={side} value={side}>
                  {`${width} × ${height}`}
                </option>
              );
            })}
          </select>
        </label>
      </div>
      <p class="quiet">
        {isTooMany
          ? texts.tooMany(days.length, MAX_FRAMES)
          : texts.frames(days.length, (days.length * repeatsOf(seconds.value)) / FRAME_RATE)}
      </p>
      {done.value === null ? (
        <button type="button" class="primary" disabled={isTooMany || !read.ok} onClick={start}>
          {texts.make}
        </button>
      ) : (
        <div class="progress">
          <progress max={days.length} value={done.value} aria-label={texts.animation} />
          <span>{texts.progress(done.value, days.length)}</span>
          <button type="button" onClick={() => stop.current?.abort(new Error("cancelled"))}>
            {texts.cancel}
          </button>
        </div>
      )}
      <p role="status">{message.value}</p>
      {made.value && (
        <Result
          made={made.value}
          name={`${name}.${ending(made.value.format)}`}
          posterName={`${name}.png`}
          texts={texts}
        />
      )}
    </fieldset>
  );
}

function Result({
  made: { cut, file, format, pictures, poster, posterUrl, url },
  name,
  posterName,
  texts,
}: {
  readonly made: Made;
  readonly name: string;
  readonly posterName: string;
  readonly texts: PictureTexts;
}) {
  const isVideo = format === "mp4" || format === "webm";
  const shown = useRef<HTMLDivElement>(null);
  // It has been waited for, and may lie below what is in sight.
  useEffect(() => shown.current?.scrollIntoView({ block: "nearest" }), [url]);
  return (
    <div class="animation-result" ref={shown}>
      {isVideo ? (
        <video src={url} poster={posterUrl} controls muted playsInline />
      ) : (
        <img src={format === "gif" ? url : posterUrl} alt={texts.animation} />
      )}
      {cut > 0 && <p class="quiet">{texts.sourcesCutInFilm(cut, pictures, format === "frames")}</p>}
      <div class="buttons">
        <button type="button" class="primary" onClick={() => saveFile(file, name)}>
          {`${texts.files}: ${name}`}
        </button>
        <button type="button" onClick={() => saveFile(poster, posterName)}>
          {`${texts.files}: ${posterName}`}
        </button>
      </div>
    </div>
  );
}
