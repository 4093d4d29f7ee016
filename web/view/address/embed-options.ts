// What an embedded map may be asked besides what it shows, and the HTML by which another page shows it.
import { escapeXml } from "#web/view/drawing/svg.ts";
import { readableQuery } from "./url.ts";

export const EMBED_CONTROLS = ["all", "none"] as const;
export const EMBED_THEMES = ["auto", "light", "dark"] as const;

export type EmbedOptions = {
  /** `none`: a map at a date, without the way through time. */
  readonly controls: (typeof EMBED_CONTROLS)[number];
  readonly theme: (typeof EMBED_THEMES)[number];
};

/** Reads the options of an address; what makes no sense is the default. */
export function readEmbedOptions({ searchParams }: URL): EmbedOptions {
  const [controls, theme] = [searchParams.get("controls"), searchParams.get("theme")];
  return {
    controls: EMBED_CONTROLS.find((one) => one === controls) ?? "all",
    theme: EMBED_THEMES.find((one) => one === theme) ?? "auto",
  };
}

/** The address of the embedded map that shows what the page does; it stands right below the page. */
export function embedAddress(page: URL, { controls, theme }: EmbedOptions): URL {
  const address = new URL("embed", page);
  address.search = page.search;
  for (const name of ["view", "versions", "step"]) address.searchParams.delete(name);
  if (controls !== "all") address.searchParams.set("controls", controls);
  if (theme !== "auto") address.searchParams.set("theme", theme);
  address.search = readableQuery(address.search);
  address.hash = page.hash;
  return address;
}

/** The page that an embedded map leads to. */
export function pageOfEmbed(embed: URL): URL {
  const page = new URL("./", embed);
  page.search = embed.search;
  for (const name of ["controls", "theme"]) page.searchParams.delete(name);
  page.hash = embed.hash;
  return page;
}

/**
 * What a page allows the map that lets nothing in its frames do more than it must: to run, and to open links beside the
 * page. It needs no origin.
 */
export const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

export type FrameLook = {
  readonly width: string;
  readonly height: number;
  readonly sandbox?: string | undefined;
};

/** The HTML that a page pastes to show the map; `title` is for those who hear the page. */
export function frameCode(
  address: URL,
  title: string,
  { height, sandbox, width }: FrameLook,
): string {
  const wall = sandbox === undefined ? "" : ` sandbox="${sandbox}"`;
  return `<iframe${wall} src="${escapeXml(address.href)}" title="${escapeXml(title)}" width="${escapeXml(width)}" height="${height}" style="border:0" loading="lazy" allowfullscreen></iframe>`;
}

/** The HTML of a picture that leads to the map. */
export function imageCode(page: URL, image: URL, alt: string): string {
  return `<a href="${escapeXml(page.href)}"><img src="${escapeXml(image.href)}" alt="${escapeXml(alt)}" width="800" loading="lazy"></a>`;
}

/** The message by which an embedded map tells the page around it how high it would like to be. */
export const HEIGHT_MESSAGE = "rocade:height";

/** A script for the page around, which follows that message. */
export const HEIGHT_SCRIPT = `<script>addEventListener("message",function(e){if(e.data&&e.data.type==="${HEIGHT_MESSAGE}")document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)f.height=e.data.height})})</script>`;
