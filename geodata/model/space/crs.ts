// The coordinate reference systems that the API speaks, with the order of their axes (OGC API – Features Part 2).
import { failed, quote, type Result } from "../problem.ts";

export type Crs = {
  readonly uri: string;
  readonly srid: number;
  /** True where the authority puts latitude before longitude. */
  readonly isLatitudeFirst: boolean;
  /** Decimals that are worth a millimetre or a centimetre: more than any position has after it is rounded to its precision. */
  readonly decimals: number;
  readonly title: string;
};

const EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

/** WGS 84, longitude first: the CRS of the stored data and the default of every answer. */
export const CRS84: Crs = {
  uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  srid: 4326,
  isLatitudeFirst: false,
  decimals: 7,
  title: "WGS 84 longitude-latitude",
};

export const CRS_LIST: readonly Crs[] = [
  CRS84,
  { ...CRS84, uri: `${EPSG}4326`, isLatitudeFirst: true, title: "WGS 84 latitude-longitude" },
  { uri: `${EPSG}3857`, srid: 3857, isLatitudeFirst: false, decimals: 3, title: "Web Mercator" },
  {
    uri: `${EPSG}2154`,
    srid: 2154,
    isLatitudeFirst: false,
    decimals: 3,
    title: "RGF93 v1 / Lambert-93",
  },
  {
    uri: `${EPSG}32631`,
    srid: 32631,
    isLatitudeFirst: false,
    decimals: 3,
    title: "WGS 84 / UTM zone 31N",
  },
];

/**
 * The ways in which clients write the CRS of an authority, each with its authority, version and code: `http(s)` URI,
 * URN, safe CURIE and CURIE. A version (0, 1.3, 9.9.1, or none) makes no other of them.
 */
const WRITINGS = [
  /^https?:\/\/www\.opengis\.net\/def\/crs\/(EPSG|OGC)\/[\d.]*\/(\w+)$/i,
  /^urn:(?:x-)?ogc:def:crs:(EPSG|OGC):[\d.]*:(\w+)$/i,
  /^\[?(EPSG|OGC):(\w+)\]?$/i,
  /^\[?()(CRS84)\]?$/i,
];

/** Finds a CRS by its URI or another of the ways in which clients write it; `name` is the parameter that holds it. */
export function parseCrs(name: string, text: string): Result<Crs> {
  const asked = WRITINGS.map((writing) => writing.exec(text.trim())).find(Boolean);
  const [, authority = "", code = ""] = asked ?? [];
  const isOgc = authority.toUpperCase() !== "EPSG";
  const uri = isOgc && code.toUpperCase() === "CRS84" ? CRS84.uri : `${EPSG}${code}`;
  const crs = CRS_LIST.find((one) => one.uri === uri && isOgc === (one === CRS84));
  return crs
    ? { ok: true, value: crs }
    : failed({ name, got: quote(text), allowed: CRS_LIST.map((one) => one.uri).join(" or ") });
}
