import { ADDRESS_FORM, isDatabaseAddress } from "#db/database-address.ts";
import { failed, type Problem, quote, type Result } from "#model/problem.ts";
import { settingWithoutSecrets } from "#model/secrets.ts";
import type { ClientLimits, PictureLimits, SocketLimits } from "./limits.ts";

export type Config = {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL address; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Addresses of its streaming replicas. */
  readonly replicaUrls: readonly string[];
  /** Where the embedded database keeps its files. */
  readonly dataDirectory: string;
  /** Where the keys are kept by which files are signed. */
  readonly credentialsDirectory: string;
  /** The data package that is seeded, and served by default. */
  readonly dataPackage: string;
  /** Id of the dataset that answers at the root; undefined: that of the package. */
  readonly defaultDataset: string | undefined;
  readonly logLevel: LogLevel;
  /** Where the metrics have a port of their own. */
  readonly metricsAt: { readonly host: string; readonly port: number } | undefined;
  /** Who sends it may read the metrics on the port of the map. */
  readonly metricsToken: string | undefined;
  /** Who may publish packages over HTTP, and how large they may be; undefined: nobody. */
  readonly imports: { readonly token: string; readonly megabytes: number } | undefined;
  readonly limits: ClientLimits & SocketLimits;
  readonly pictures: PictureLimits;
  /** Events that a browser is given all at once; of more it asks for tiles. */
  readonly maxEventsInBrowser: number;
  /** Address under which readers reach the service, with its path; undefined where it is the one that they ask. */
  readonly publicUrl: URL | undefined;
};

export const LOG_LEVELS = ["debug", "info", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Of settings that have no other end. */
const MAX = 1e9;

type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting with its default and what it is for; `.env.example` lists the same. */
export const SETTINGS = {
  HOST: { default: "127.0.0.1", about: "Address to listen on; 0.0.0.0 for all." },
  PORT: { default: "3000", about: "Port to listen on; 0 takes any free one." },
  DATABASE_URL: {
    default: "",
    about:
      "PostgreSQL with PostGIS, postgres://user:password@host:5432/name. Empty: the embedded database.",
  },
  DATABASE_REPLICA_URLS: {
    default: "",
    about:
      "Streaming replicas of DATABASE_URL that answer the readers, addresses separated by commas. Empty: none.",
  },
  DATA_DIR: { default: ".data", about: "Where the embedded database keeps its files." },
  CREDENTIALS_DIR: {
    default: "",
    about:
      "Where the keys are kept by which files are signed that are asked for with credentials: key.pem (P-256), certificate.pem (with those up to its issuer), signature-key.pem (Ed25519); made there by the first who asks. Empty: credentials in DATA_DIR.",
  },
  DATA_PACKAGE: {
    default: "geodata/calais",
    about:
      "The data package (a folder, a ZIP, or one table such as a CSV, a workbook or a GeoJSON) that is loaded at start where nothing of it is stored, and whose dataset answers at / unless DEFAULT_DATASET names another.",
  },
  DEFAULT_DATASET: {
    default: "",
    about:
      "Id of the dataset that answers at / and /api; all that the database holds answer at /d/ID/ and are listed at /datasets. Where it is stored DATA_PACKAGE is not loaded. Empty: the dataset of DATA_PACKAGE.",
  },
  PUBLIC_URL: {
    default: "",
    about:
      "Address under which readers reach the service, behind a proxy: https://host.example or https://host.example/map. It is printed on pictures and in links; the proxy may pass its path on or take it off. X-Forwarded-Host, X-Forwarded-Proto and Forwarded are not read. Empty: the address that is asked, by its Host header.",
  },
  MAX_EVENTS_IN_BROWSER: {
    default: "2000000",
    about:
      "Events that a browser is given all at once, 16 bytes each; of a dataset with more it asks for tiles of what it shows.",
  },
  METRICS_PORT: {
    default: "",
    about: "Port of /metrics (Prometheus), open to whoever reaches it. Empty: none.",
  },
  METRICS_HOST: { default: "127.0.0.1", about: "Address on which METRICS_PORT listens." },
  METRICS_TOKEN: {
    default: "",
    about:
      "Who sends it as Authorization: Bearer may read /metrics on PORT too, 16 characters or more. Empty: nobody.",
  },
  IMPORT_TOKEN: {
    default: "",
    about:
      "Who sends it as Authorization: Bearer may publish data packages (PUT /api/datasets/ID), 16 characters or more, another than METRICS_TOKEN. Empty: nobody.",
  },
  IMPORT_MEGABYTES: {
    default: "64",
    about: "The largest ZIP that IMPORT_TOKEN may publish, in megabytes.",
  },
  MAX_CONNECTIONS: { default: "1000", about: "Connections in all." },
  CONNECTIONS_PER_CLIENT: {
    default: "100",
    about:
      "Connections that one client may hold, where no proxy is trusted; 0 for no limit. Not of this machine.",
  },
  POINTS_PER_MINUTE: {
    default: "1200",
    about:
      "What one client may ask for in a minute: a picture, a file to download, to check or to publish costs 20, anything else 1; 0 for no limit. Not of this machine.",
  },
  TRUST_PROXY: {
    default: "0",
    about:
      "Proxies before the service, one behind the other, whose X-Forwarded-For says who a client is; for limits only. Without it all readers behind a proxy on another machine are one client.",
  },
  LIMIT_LOOPBACK: {
    default: "false",
    about: "true: clients of this machine are limited as well.",
  },
  PICTURE_THREADS: {
    default: "2",
    about: "Pictures that are drawn at the same time; each takes up to 400 MB while it is drawn.",
  },
  PICTURE_QUEUE: {
    default: "100",
    about:
      "How much may wait to be drawn, in megapixels; each map of a picture counts as two more.",
  },
  LOG_LEVEL: { default: "info", about: "debug, info or error." },
} as const;

/** Reads the settings; the answer has all problems, not only the first. */
export function parseConfig(environment: Environment): Result<Config> {
  const problems: Problem[] = [];
  const setting = (name: keyof typeof SETTINGS) =>
    environment[name]?.trim() || SETTINGS[name].default;
  const refuse = (name: keyof typeof SETTINGS, allowed: string) =>
    problems.push({ name, got: quote(settingWithoutSecrets(setting(name))), allowed });

  const port = Number(setting("PORT"));
  if (!isPort(port)) refuse("PORT", "a whole number 0…65535");
  const databaseUrl = setting("DATABASE_URL");
  if (databaseUrl !== "" && !isDatabaseAddress(databaseUrl))
    // The value may hold a password and is not repeated.
    problems.push({ name: "DATABASE_URL", got: "another address", allowed: ADDRESS_FORM });
  const replicaUrls = setting("DATABASE_REPLICA_URLS")
    .split(",")
    .map((url) => url.trim())
    .filter(Boolean);
  if (!replicaUrls.every(isDatabaseAddress))
    problems.push({
      name: "DATABASE_REPLICA_URLS",
      got: "another address",
      allowed: `${ADDRESS_FORM}, separated by commas`,
    });
  else if (replicaUrls.length > 0 && databaseUrl === "")
    problems.push({
      name: "DATABASE_REPLICA_URLS",
      got: "replicas without DATABASE_URL",
      allowed: "the primary's address in DATABASE_URL",
    });
  const publicUrl = setting("PUBLIC_URL");
  if (publicUrl !== "" && !isPublicAddress(publicUrl))
    refuse(
      "PUBLIC_URL",
      `http:// or https://, a host and, if it has one, a path that does not begin as our own do (${OWN_PATHS.join(", ")})`,
    );
  const whole = (name: keyof typeof SETTINGS, least: number, most: number) => {
    const value = /^\d+$/.test(setting(name)) ? Number(setting(name)) : Number.NaN;
    if (!(value >= least && value <= most)) refuse(name, `a whole number ${least}…${most}`);
    return value;
  };
  const maxEventsInBrowser = whole("MAX_EVENTS_IN_BROWSER", 0, MAX);
  const isTrue = setting("LIMIT_LOOPBACK") === "true";
  if (!isTrue && setting("LIMIT_LOOPBACK") !== "false") refuse("LIMIT_LOOPBACK", "true or false");
  const trustedProxies = whole("TRUST_PROXY", 0, 10);
  const connectionsPerClient = whole("CONNECTIONS_PER_CLIENT", 0, MAX);
  const limits = {
    connections: whole("MAX_CONNECTIONS", 1, MAX),
    // Behind a proxy all connections are the proxy's.
    connectionsPerClient: trustedProxies > 0 ? 0 : connectionsPerClient,
    pointsPerMinute: whole("POINTS_PER_MINUTE", 0, MAX),
    trustedProxies,
    limitsLoopback: isTrue,
  };
  const pictures = {
    threads: whole("PICTURE_THREADS", 1, 64),
    queue: whole("PICTURE_QUEUE", 1, 10_000),
  };
  const metricsPort = Number(setting("METRICS_PORT"));
  const hasMetricsPort = setting("METRICS_PORT") !== "";
  if (!isPort(metricsPort)) refuse("METRICS_PORT", "a whole number 0…65535, or nothing");
  else if (hasMetricsPort && metricsPort !== 0 && metricsPort === port)
    refuse("METRICS_PORT", "another port than PORT");
  const token = (name: "IMPORT_TOKEN" | "METRICS_TOKEN") => {
    const given = setting(name);
    const allowed = "16 characters or more of ASCII, without spaces";
    // The value is a secret and is not repeated.
    if (given !== "" && !/^[\x21-\x7e]{16,}$/.test(given))
      problems.push({ name, got: "another text", allowed });
    return given;
  };
  const [importToken, metricsToken] = [token("IMPORT_TOKEN"), token("METRICS_TOKEN")];
  if (importToken !== "" && importToken === metricsToken)
    problems.push({
      name: "IMPORT_TOKEN",
      got: "that of METRICS_TOKEN",
      allowed: "a token of its own: who may read is not who may publish",
    });
  const megabytes = whole("IMPORT_MEGABYTES", 1, 200);
  const logLevel = LOG_LEVELS.find((level) => level === setting("LOG_LEVEL"));
  if (!logLevel) refuse("LOG_LEVEL", LOG_LEVELS.join(", "));
  if (problems.length > 0 || !logLevel) return failed(...problems);
  return {
    ok: true,
    value: {
      host: setting("HOST"),
      port,
      databaseUrl: databaseUrl || undefined,
      replicaUrls,
      dataDirectory: setting("DATA_DIR"),
      credentialsDirectory: setting("CREDENTIALS_DIR") || `${setting("DATA_DIR")}/credentials`,
      dataPackage: setting("DATA_PACKAGE"),
      defaultDataset: setting("DEFAULT_DATASET") || undefined,
      logLevel,
      metricsAt: hasMetricsPort ? { host: setting("METRICS_HOST"), port: metricsPort } : undefined,
      metricsToken: metricsToken || undefined,
      imports: importToken === "" ? undefined : { token: importToken, megabytes },
      maxEventsInBrowser,
      limits,
      pictures,
      publicUrl: publicUrl === "" ? undefined : new URL(publicUrl),
    },
  };
}

const isPort = (value: number) => Number.isInteger(value) && value >= 0 && value <= 65_535;

/** What stands right below the service's address: as the beginning of a public path it could be either. */
const OWN_PATHS = [
  "api",
  "assets",
  "d",
  "datasets",
  "embed",
  "feed.xml",
  "oembed",
  "healthz",
  "kit.zip",
  "metrics",
  "readyz",
  "snapshot.…",
];

function isPublicAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { hash, password, pathname, protocol, search, username } = new URL(text);
  const [, first = ""] = pathname.split("/");
  const isOwn = OWN_PATHS.includes(first) || first.startsWith("snapshot.");
  const isPlain = `${hash}${search}${username}${password}` === "" && !pathname.includes("//");
  return /^https?:$/.test(protocol) && isPlain && !isOwn;
}
