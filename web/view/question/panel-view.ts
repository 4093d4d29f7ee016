export const PANEL_VIEWS = [
  "now",
  "find",
  "analysis",
  "changes",
  "versions",
  "story",
  "sources",
  "data",
  "help",
  "about",
] as const;
/** What the side panel shows when nothing is selected. */
export type PanelView = (typeof PANEL_VIEWS)[number];

/** What the side panel shows of what is asked for: nothing for the story, which opens at one of its steps. */
export const openPanel = (asked: PanelView | null | undefined): PanelView | null =>
  asked === undefined || asked === "story" ? null : asked;
