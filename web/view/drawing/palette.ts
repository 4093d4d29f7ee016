// The colours of the map, light and dark. Quiet ground; a hue for each side on which people live (brick, ochre, aubergine),
// ink and yellow for the separating line, one cool colour for barriers, so that they never mix. Those of the sides stand
// in web/styles/tokens.css too.
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
  separatorInk: "#1c2226",
  separatorCore: "#f2c230",
  barrier: "#1b6d8c",
  ink: "#1c2226",
};

/** For a printer without colour: told apart by lightness, as the shapes tell them apart already. */
export const GREY: Palette = {
  sea: "#e6e6e6",
  land: "#fafafa",
  town: "#f0f0f0",
  water: "#dadada",
  shore: "#b0b0b0",
  canal: "#c4c4c4",
  rail: "#b4b4b4",
  street: "#dcdcdc",
  motorway: "#cccccc",
  port: "#e2e2e2",
  label: "#5a5a5a",
  seaLabel: "#767676",
  halo: "#ffffff",
  first: "#3a3a3a",
  firstText: "#1a1a1a",
  middle: "#5c5c5c",
  middleText: "#1a1a1a",
  last: "#1a1a1a",
  lastText: "#1a1a1a",
  ghost: "#8c8c8c",
  separatorInk: "#111111",
  separatorCore: "#ffffff",
  barrier: "#6a6a6a",
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
  // On a dark ground ink would be lost: the yellow carries the line, its core is dark.
  separatorInk: "#f2c746",
  separatorCore: "#151b20",
  barrier: "#5fc2e0",
  ink: "#eef1f2",
};
