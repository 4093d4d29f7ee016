// The style sheet of the pages under /api, in the colours of the map.
import { Hono } from "hono";
import type { AppEnv } from "../../http/app-env.ts";
import { CACHE_POLICIES } from "../../http/caches/caching.ts";

export function pageStyleRoute() {
  return new Hono<AppEnv>().get("/", (context) =>
    context.body(PAGE_STYLE, 200, {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": CACHE_POLICIES.versioned,
    }),
  );
}

const PAGE_STYLE = `
@font-face { font-family: "Source Sans 3"; font-weight: 400; font-display: swap; src: url("page-fonts/400.woff2") format("woff2"); }
@font-face { font-family: "Source Sans 3"; font-weight: 600; font-display: swap; src: url("page-fonts/600.woff2") format("woff2"); }
:root { color-scheme: light dark; --ground: #fefefb; --ink: #1c2226; --quiet: #5d5a52; --line: #dcd6c9; --accent: #8f2a15; --intact: #1f6b45; --sea: #dfe8ec; --land: #f5f1e8; }
@media (prefers-color-scheme: dark) { :root { --ground: #161e25; --ink: #eef1f2; --quiet: #aeb6bc; --line: #36424c; --accent: #ffb09c; --intact: #8fd3ae; --sea: #0f171d; --land: #1f2a33; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 66rem; font: 1rem/1.5 "Source Sans 3", system-ui, sans-serif; background: var(--ground); color: var(--ink); }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--line); }
.brand { font-weight: 700; color: var(--ink); text-decoration: none; }
a { color: var(--accent); } a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.former { margin: 0; padding: .5rem .75rem; background: var(--ink); color: var(--ground); } .former a { color: inherit; display: inline-block; min-height: 24px; }
header a, .formats a { display: inline-block; min-height: 24px; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 1.25rem 0 .75rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .35rem 1rem; margin: 1rem 0; } dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6rem; } }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: start; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400; } thead th { color: var(--quiet); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: 4px; margin: .4rem 0; } code { font-size: .9em; }
.quiet { color: var(--quiet); } .formats { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; list-style: none; padding: 0; }
.mini-map { display: block; margin-bottom: 1.25rem; width: 100%; max-width: 40rem; background: var(--sea); border: 1px solid var(--line); }
.mini-map path { fill: none; stroke: var(--line); } .mini-map .ground-land { fill: var(--land); } .mini-map .ground-water { fill: var(--sea); } .mini-map .ground-town { fill: var(--ground); stroke: none; }
.features circle { fill: var(--accent); fill-opacity: .75; stroke: var(--ground); } .features path { stroke: var(--accent); stroke-width: 2; } .features .is-area { fill: var(--accent); fill-opacity: .15; }
.datasets article { padding: .25rem 0 1.25rem; border-bottom: 1px solid var(--line); } .datasets article:last-child { border: 0; } .datasets h2 .quiet { font-size: .9rem; font-weight: 400; margin-inline-start: .5rem; } .datasets article > p { max-width: 44rem; } .datasets .headline { font-weight: 600; } .ways { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; } .ways a { display: inline-block; min-height: 24px; }
.drop { display: grid; gap: .75rem; justify-items: start; padding: 1.25rem; border: 2px dashed var(--line); border-radius: 4px; max-width: 44rem; } .drop:focus-within { border-color: var(--accent); } .drop input { width: 100%; padding: 2.5rem 1rem; background: var(--land); border-radius: 4px; font: inherit; } .drop .small { padding: .5rem 1rem; } .drop button { font: inherit; font-weight: 600; padding: .5rem 1.25rem; border: 0; border-radius: 4px; background: var(--accent); color: var(--ground); cursor: pointer; }
.verdict { --mark: var(--accent); border-inline-start: 6px solid var(--mark); padding: .1rem 0 .1rem 1.25rem; max-width: 48rem; } .verdict.is-intact, .verdict.is-outdated { --mark: var(--intact); } .verdict h2 { margin-top: .5rem; font-size: 1.5rem; color: var(--mark); } .verdict ul { padding-inline-start: 1.25rem; }
footer:empty { display: none; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .9rem; }
`;
