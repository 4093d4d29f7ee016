import { strFromU8, unzipSync } from "fflate";

/** The files of a kit, and what its page asks for by itself. */
export async function unpackedKit(answer: Response) {
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const page = text("index.html");
  return { files, text, page, names: Object.keys(files), asked: askedBy(page, text("kit.css")) };
}

/** Addresses of what a browser fetches for the page without being asked to. */
function askedBy(page: string, css: string): string[] {
  const html = page.replace(/<(a|rocade-map)\b[^>]*>/g, "");
  const named = [...html.matchAll(/\b(?:src|srcset|href)="([^"]*)"/g)].map(([, one = ""]) => one);
  const styled = [...css.matchAll(/url\("([^"]*)"\)/g)].map(([, one = ""]) => one);
  return [...named, ...styled].filter((one) => one !== "data:,");
}
