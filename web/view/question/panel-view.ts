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
