/** Counts up when figures are drawn otherwise, so that pictures in caches are asked for again. */
export const FIGURE_EDITION = 10;
