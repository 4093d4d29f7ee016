// The colours of the map, light and dark. Quiet ground; a hue for each side on which people live (brick, ochre, aubergine),
// ink and yellow for the separating line, one cool colour for barriers, so that they never mix. Those of the sides stand
// in web/styles/tokens.css too. A figure has a ground of its own that survives print: tests hold its contrasts.
export type Palette = {
  readonly sea: string;
  readonly land: string;
  readonly town: string;
  readonly water: string;
  /** The edge of the sea and of water, which alone is seen of a narrow canal at small scales. */
  readonly shore: string;
  readonly canal: string;
  readonly rail: string;
  readonly street: string;
  readonly motorway: string;
  readonly port: string;
  /** Of a ground that was laid: woods and parks, and buildings. */
  readonly green: string;
  readonly building: string;
  readonly label: string;
  readonly seaLabel: string;
  readonly halo: string;
  /** Marks of the three sides, and words in their colours. */
  readonly first: string;
  readonly firstText: string;
  readonly middle: string;
  readonly middleText: string;
  readonly last: string;
  readonly lastText: string;
  readonly ghost: string;
  /** The ring within which a place is known: neutral, since hue is for sides. */
  readonly position: string;
  readonly separatorInk: string;
  readonly separatorCore: string;
  readonly barrier: string;
  readonly ink: string;
};

export const LIGHT: Palette = {
  sea: "#dfe8ec",
  land: "#f8f5ef",
  town: "#eee8dd",
  water: "#d0dee5",
  shore: "#9dbcca",
  canal: "#b4cad5",
  rail: "#bdb7ab",
  street: "#ddd5c6",
  motorway: "#d3c8b3",
  port: "#e3e0da",
  green: "#e9ecdd",
  building: "#e2dacb",
  label: "#625c52",
  seaLabel: "#6d8794",
  halo: "#fbf9f5",
  first: "#b5391f",
  firstText: "#8c2a14",
  middle: "#a86a00",
  middleText: "#7a4c00",
  last: "#4b2a7b",
  lastText: "#42246e",
  ghost: "#a58a80",
  position: "#6f655b",
  separatorInk: "#1c2226",
  separatorCore: "#f2c230",
  barrier: "#1b6d8c",
  ink: "#1c2226",
};

/** Of figures: white paper, and a ground of which every line can still be told from the land on newsprint. */
export const PRINT: Palette = {
  ...LIGHT,
  sea: "#b9ccd6",
  land: "#fbf9f4",
  town: "#e9e2d2",
  water: "#b9ccd6",
  shore: "#7fa1b2",
  canal: "#8fb0c0",
  rail: "#9c9484",
  street: "#cfc5b0",
  motorway: "#b5a98f",
  port: "#d5cfc3",
  green: "#e6ead8",
  building: "#d9cfbb",
  label: "#4f4a41",
  seaLabel: "#2f5266",
  halo: "#ffffff",
  middle: "#965e00",
  ghost: "#85695f",
  barrier: "#14607d",
};

/** For a printer without colour: shapes tell apart what hues do elsewhere, and nothing is lighter than newsprint holds. */
export const GREY: Palette = {
  sea: "#cbcbcb",
  land: "#ffffff",
  town: "#ececec",
  water: "#cbcbcb",
  shore: "#8a8a8a",
  canal: "#a2a2a2",
  rail: "#8a8a8a",
  street: "#c6c6c6",
  motorway: "#9a9a9a",
  port: "#dcdcdc",
  green: "#f3f3f3",
  building: "#dadada",
  label: "#4a4a4a",
  seaLabel: "#3f3f3f",
  halo: "#ffffff",
  first: "#1a1a1a",
  firstText: "#1a1a1a",
  middle: "#1a1a1a",
  middleText: "#1a1a1a",
  last: "#1a1a1a",
  lastText: "#1a1a1a",
  ghost: "#666666",
  position: "#444444",
  separatorInk: "#1c1c1c",
  separatorCore: "#ffffff",
  barrier: "#444444",
  ink: "#111111",
};

export const DARK: Palette = {
  sea: "#0f171d",
  land: "#1c262e",
  town: "#252f38",
  water: "#14212a",
  shore: "#3d5c70",
  canal: "#2d4657",
  rail: "#4b5660",
  street: "#36424c",
  motorway: "#46525c",
  port: "#2b353d",
  green: "#1f2f2f",
  building: "#303b45",
  label: "#aeb6bc",
  seaLabel: "#6f8c9b",
  halo: "#161e25",
  first: "#ff8261",
  firstText: "#ffab93",
  middle: "#f0b548",
  middleText: "#f5c876",
  last: "#d4c4ff",
  lastText: "#ddd0ff",
  ghost: "#84736d",
  position: "#a39a90",
  // On a dark ground ink would be lost: the yellow carries the line, its core is dark.
  separatorInk: "#f2c746",
  separatorCore: "#151b20",
  barrier: "#5fc2e0",
  ink: "#eef1f2",
};

/** Of figures, by their themes. */
export const FIGURE_PALETTES = { light: PRINT, dark: DARK, grey: GREY } as const;
