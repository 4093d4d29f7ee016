// The marks of the key, each drawn around the middle of a field of 32 by 20 pixels with the rule of the map.
import type { ComponentChildren } from "preact";
import { useApp } from "#web/controls/app-context.ts";
import { EventShape } from "#web/controls/event-shape.tsx";
import type { MarkOf } from "#web/view/figure/legend/drawn-kinds.ts";
import { MOVEMENT_DASH } from "#web/view/figure/map/thing-layers.ts";
import { familyOf } from "#web/view/scene/category-family.ts";
import type { ChangeKind } from "#web/view/scene/compared-changes.ts";

/** A shape that is drawn around the origin. */
export function InMiddle({ children }: { readonly children: ComponentChildren }) {
  return <g transform="translate(16 10)">{children}</g>;
}

export function SiteRing({ class: own = "" }: { readonly class?: string }) {
  return <circle class={`k-site k-hollow ${own}`} cx="16" cy="10" r="5" />;
}

export const PEOPLE = (
  <>
    <circle class="k-high" cx="16" cy="10" r="8.5" />
    <circle class="k-low" cx="16" cy="10" r="5.5" />
  </>
);

export const EMPTY = (
  <>
    <SiteRing />
    <path class="k-site k-hollow" d="M16 6.8v6.4" />
  </>
);

export const DISC = <circle class="k-disc" cx="16" cy="10" r="9.5" />;

export const FORMER = (
  <g class="k-ghost">
    <circle cx="16" cy="10" r="3.4" />
    <path d="M11 15 21 5" />
  </g>
);

export const OUTLINE = <rect class="k-outline" x="5" y="4" width="22" height="12" />;

export const LINE = (
  <>
    <path class="k-separator-ink" d="M2 10h28" />
    <path class="k-separator-core" d="M2 10h28" />
  </>
);

export const BAND = (
  <>
    <path class="k-band" d="M2 10h28" />
    <path class="k-separator-ink k-thin" d="M2 10h28" />
  </>
);

export const BARRIER = <path class="k-barrier" d="M2 10h28M6 6v8M13 6v8M20 6v8M27 6v8" />;

export const MOVEMENT = (
  <>
    <path class="k-movement" d="M3 14Q14 3 26 8" />
    <path class="k-movement-head" d="m30 10-7 1 2-5z" />
  </>
);

/** A mark that stands for others of a state: dashed, or paler than they are elsewhere. */
export function OneMark({
  of,
  isCertain = true,
}: {
  readonly of: MarkOf;
  readonly isCertain?: boolean;
}) {
  const { meta } = useApp().dataset;
  if (of === "site") return <SiteRing />;
  if (of === "movement")
    return (
      <path
        class="k-movement"
        d="M3 14Q14 3 28 8"
        {...(isCertain ? {} : { "stroke-dasharray": MOVEMENT_DASH })}
      />
    );
  return (
    <InMiddle>
      <EventShape symbol={familyOf(meta, of.category).symbol} isCertain={isCertain} />
    </InMiddle>
  );
}

const CHANGE_SIGNS: Readonly<Record<ChangeKind, string>> = {
  opened: "M12.6 10h6.8M16 6.6v6.8",
  closed: "m13.4 7.4 5.2 5.2m0-5.2-5.2 5.2",
  grown: "m12.8 11.8 3.2-3.8 3.2 3.8",
  shrunk: "m12.8 8.2 3.2 3.8 3.2-3.8",
};

export function ChangeBadge({ kind }: { readonly kind: ChangeKind }) {
  return (
    <>
      <circle class="k-badge" cx="16" cy="10" r="7" />
      <path class="k-badge-sign" d={CHANGE_SIGNS[kind]} />
    </>
  );
}

/** A mark in the field that all have. */
export function KeyShape({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg viewBox="0 0 32 20" aria-hidden="true">
      {children}
    </svg>
  );
}
