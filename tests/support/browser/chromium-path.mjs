import { existsSync } from "node:fs";

const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is, or would usually be: whether there is one has to be looked at. */
export const chromiumPath = () => process.env.CHROMIUM_PATH || USUAL.find(existsSync) || USUAL[0];
