// How the page of a kit looks, in the colours of the figure: its paper is that of the page, light and dark.
import type { KitParts } from "./kit-parts.ts";
import { type DrawnAt, mediaOf } from "./kit-picture.ts";

export function kitStyle({ pair, steps }: KitParts): string {
  const [first] = pair ?? [];
  return `${STYLE}${steps.length > 0 ? `.steps { --steps: ${steps.length}; }\n` : ""}${first ? mapEdges(first.sizes) : ""}`;
}

/** Where the map lies in the pictures that are laid over each other, which differs from width to width. */
function mapEdges(sizes: readonly DrawnAt[]): string {
  const rules = sizes.map(({ map, width }) => {
    const edges = (["left", "top", "right", "bottom"] as const)
      .map((edge) => `--${edge}: ${(100 * map[edge]).toFixed(2)}%;`)
      .join(" ");
    const rule = `.before-after { ${edges} }`;
    const media = mediaOf(sizes, width);
    return media ? `@media ${media} { ${rule} }` : rule;
  });
  // The narrowest holds where several do.
  return `${rules.reverse().join("\n")}\n`;
}

const STYLE = `@font-face { font-family: "Source Sans 3"; font-weight: 400; font-display: swap; src: url("fonts/source-sans-3-400.woff2") format("woff2"); }
@font-face { font-family: "Source Sans 3"; font-weight: 600; font-display: swap; src: url("fonts/source-sans-3-600.woff2") format("woff2"); }
@font-face { font-family: "Source Serif 4"; font-weight: 600; font-display: swap; src: url("fonts/source-serif-4-600.woff2") format("woff2"); }
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2226; --quiet: #5a5f60; --rule: #ddd6c9; --link: #175a75; --mark: #1c2226; }
@media (prefers-color-scheme: dark) { :root { --paper: #161e25; --ink: #eef1f2; --quiet: #a9b3b9; --rule: #35424b; --link: #86cbe4; --mark: #f2c746; } }
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; padding: 0 1rem 4rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Source Sans 3", "Source Sans Pro", system-ui, sans-serif; }
.text { max-width: 43.75rem; margin-inline: auto; }
.wide { max-width: 75rem; margin: 2rem auto; }
header { padding-block-start: 3rem; }
h1, h2 { font-family: "Source Serif 4", "Source Serif Pro", Georgia, "Times New Roman", serif; line-height: 1.15; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 1.4rem + 2.2vw, 2.9rem); font-weight: 600; margin: 0 0 1rem; }
h2 { font-size: 1.5rem; font-weight: 600; margin: 3rem auto .75rem; }
h3 { font-size: 1.2rem; line-height: 1.25; margin: 0 0 .5rem; }
.above { margin: 0 0 .5rem; color: var(--quiet); font-weight: 600; }
.standfirst { font-size: 1.2rem; line-height: 1.5; margin: 0; }
.quiet { color: var(--quiet); font-size: .95rem; }
a { color: var(--link); overflow-wrap: anywhere; }
a:focus-visible, summary:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
figure { margin: 0; }
picture { display: block; }
img { display: block; max-width: 100%; height: auto; margin-inline: auto; }
figcaption { margin-block-start: .75rem; font-size: 1rem; }
figcaption small { display: block; margin-block-start: .5rem; font-size: .9rem; color: var(--quiet); }
summary { min-height: 1.75rem; cursor: pointer; color: var(--link); }
cite { font-style: normal; }
ul, ol.sources { padding-inline-start: 1.75rem; }
.sources li, details li { margin-block-end: .4rem; font-size: .95rem; overflow-wrap: anywhere; }
footer { margin-block-start: 3rem; border-block-start: 1px solid var(--rule); font-size: .95rem; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .4rem 1rem; border: 1px solid var(--ink); border-radius: 4px; background: none; color: var(--ink); cursor: pointer; }
rocade-map { display: block; }
rocade-map iframe { display: block; width: 100%; border: 0; }
rocade-map > p { max-width: 43.75rem; margin: .75rem auto 0; }

.before-after figure { margin-block-end: 2rem; }
.before-after figcaption { text-align: center; font-weight: 600; }
.before-after.is-live figcaption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.before-after.is-live figure { margin: 0; grid-area: 1 / 1; }
.before-after.is-live .stage { --at: 50; --line: calc(var(--left) + (var(--right) - var(--left)) * var(--at) / 100); display: grid; position: relative; width: fit-content; max-width: 100%; margin-inline: auto; cursor: ew-resize; touch-action: pan-y; user-select: none; }
.before-after.is-live .before { z-index: 1; clip-path: polygon(var(--left) var(--top), var(--line) var(--top), var(--line) var(--bottom), var(--left) var(--bottom)); }
.before-after.is-live .is-earlier .before { clip-path: polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, var(--line) var(--top), var(--right) var(--top), var(--right) var(--bottom), var(--line) var(--bottom), var(--line) var(--top)); }
.before-after.is-live .stage::after { content: ""; position: absolute; z-index: 2; top: var(--top); bottom: calc(100% - var(--bottom)); left: var(--line); width: 3px; margin-inline-start: -1.5px; background: var(--mark); box-shadow: 0 0 0 1px var(--paper); pointer-events: none; }
@media (max-width: 35rem) { .wide, .step figure { margin-inline: -1rem; } .slide { padding-inline: 1rem; } }
.slide { max-width: 43.75rem; margin: 0 auto 0.75rem; }
.slide p { margin: 0; }
.slide p[aria-hidden] { display: flex; justify-content: space-between; gap: 1rem; font-weight: 600; }
.slide p[aria-hidden] span:last-child { text-align: end; }
.slide input { width: 100%; min-height: 2.75rem; margin: 0; accent-color: var(--mark); }

.steps { list-style: none; margin: 0 auto; padding: 0; max-width: 43.75rem; }
.step { padding-block: 1.5rem; border-block-start: 1px solid var(--rule); }
.words p { margin: 0 0 .75rem; }
.words details { margin-block-end: .75rem; }
.step figure { margin-block-start: .5rem; }
@media (min-width: 62.5rem) and (min-height: 32rem) {
  .story:has(.is-live) > h2 { max-width: 75rem; }
  .story .steps.is-live { display: grid; grid-template-columns: minmax(0, 43.75rem) minmax(17rem, 1fr); column-gap: 2.5rem; max-width: 75rem; }
  .is-live .step { display: contents; }
  .is-live .step figure { grid-column: 1; grid-row: 1 / span var(--steps); position: sticky; inset-block-start: 1rem; align-self: start; margin: 0; opacity: 0; }
  .is-live .step figure img { max-height: calc(100vh - 2rem); width: auto; margin-inline: 0; }
  .is-live .step.is-current figure { opacity: 1; z-index: 1; }
  .is-live .words { grid-column: 2; min-height: 72vh; padding-block: 12vh; color: var(--quiet); border-block-start: 1px solid var(--rule); }
  .is-live .step.is-current .words { color: var(--ink); }
}
@media print {
  .slide, rocade-map > p { display: none; }
}
`;
