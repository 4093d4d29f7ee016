// `npm run check-dependencies`: what ships is listed (dist/sbom.cdx.json), its licences are held against those that we
// allow, and the registry is asked for known weaknesses, where it answers that.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readArguments, runScript } from "./run-script.mjs";

const HELP = `npm run check-dependencies: writes dist/sbom.cdx.json, checks licences and known weaknesses of what ships

  --help   this text
`;

/** Licences under which others may use, change and pass on what we ship, the service included. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "EDL-1.0",
  "ISC",
  "MIT",
  // File by file: we change none of theirs.
  "MPL-2.0",
  // Typefaces.
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Packages whose manifest has no licence, or one without an SPDX name: read from their files, by hand. */
const READ_BY_HAND = {
  "jsts@2.12.1": "EDL-1.0 OR EPL-1.0",
  "png-js@2.0.0": "MIT",
};

/** The licence of a component of a CycloneDX document, as an SPDX expression; undefined where it has none. */
export function licenceOf({ name, version, licenses = [] }) {
  const told = licenses.map(
    ({ expression, license }) => expression ?? license?.id ?? license?.name,
  );
  return READ_BY_HAND[`${name}@${version}`] ?? (told.length > 0 ? told.join(" AND ") : undefined);
}

/** True when an expression can be met by allowed licences alone. */
export function isAllowed(expression) {
  if (expression === undefined) return false;
  let rest = expression;
  const met = (text) =>
    text
      .split(" OR ")
      .some((option) =>
        option.split(" AND ").every((id) => id.trim() === "met" || ALLOWED.has(id.trim())),
      );
  while (rest.includes("("))
    rest = rest.replace(/\(([^()]*)\)/, (_, inner) => (met(inner) ? "met" : "unmet"));
  return met(rest);
}

/** Everything that ships, as a CycloneDX document. */
export function billOfMaterials() {
  const args = ["sbom", "--omit", "dev", "--sbom-format", "cyclonedx"];
  return JSON.parse(execFileSync("npm", args, { encoding: "utf8", maxBuffer: 2 ** 26 }));
}

/** Known weaknesses of what ships by severity; undefined where the registry answers no audit. */
function audit() {
  const { stdout } = spawnSync("npm", ["audit", "--omit", "dev", "--json"], { encoding: "utf8" });
  try {
    return JSON.parse(stdout).metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}

function main() {
  const { values } = readArguments({}, 0);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const bill = billOfMaterials();
  mkdirSync("dist", { recursive: true });
  writeFileSync("dist/sbom.cdx.json", `${JSON.stringify(bill, null, 2)}\n`);
  const counts = new Map();
  const refused = [];
  for (const component of bill.components) {
    const licence = licenceOf(component);
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
    if (!isAllowed(licence))
      refused.push(`${component.name}@${component.version}: ${licence ?? "no licence"}`);
  }
  const list = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${count} ${name}`);
  process.stdout.write(`${bill.components.length} packages ship: ${list.join(", ")}\n`);
  for (const line of refused) process.stdout.write(`not allowed: ${line}\n`);
  const found = audit();
  if (!found)
    process.stdout.write("NOT CHECKED: known weaknesses; the registry answers no audit\n");
  else
    process.stdout.write(
      `known weaknesses: ${found.total}, ${found.high} high, ${found.critical} critical\n`,
    );
  const isWeak = found !== undefined && found.high + found.critical > 0;
  return refused.length > 0 || isWeak ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(HELP, main);
