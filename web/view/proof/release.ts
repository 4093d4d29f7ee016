import { version } from "../../../package.json";
import { FIGURE_EDITION } from "./figure-edition.ts";

/** The program that draws: the same one makes the same bytes of the same address and version. */
export const RELEASE = { version, figure: FIGURE_EDITION };
