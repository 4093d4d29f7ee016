// Whatever cannot be read is refused in French to a French reader, and not in half of it.
import { strToU8, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { browserTest, closeBrowser } from "#tests/support/browser/page.ts";
import { atWorkbench, made, taken } from "#tests/support/browser/workbench.ts";
import { englishIn } from "#tests/support/english-in.ts";
import { lyingZip } from "#tests/support/packages/lying-zip.ts";
import { workbook } from "#tests/support/packages/workbook.ts";

afterAll(closeBrowser);

const PNG = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];
const HEADINGS = "title,date,lat,lon\n";
const TABLE = `${HEADINGS}${"A march,2015-03-04,50.95,1.85\n".repeat(200)}`;
const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.csv`, "a"]));
const descriptor = (document: object) => JSON.stringify({ name: "essai", ...document });
const resources = [{ name: "events", path: "events.csv" }];

const REFUSED: readonly (readonly [
  name: string,
  content: () => string | Uint8Array,
  told: RegExp,
])[] = [
  [
    "image.csv",
    () => Uint8Array.from(PNG),
    /^image\.csv Trouvé : une image ; attendu : un tableau\.$/,
  ],
  [
    "vide.csv",
    () => "",
    /Trouvé : un fichier vide ; attendu : une ligne d’en-têtes, et des lignes en dessous\./,
  ],
  [
    "titres.csv",
    () => HEADINGS,
    /Trouvé : des en-têtes, sans aucune ligne en dessous ; attendu : une ligne par événement\./,
  ],
  [
    "programme.csv",
    () => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
    /un fichier qui n’est pas du texte/,
  ],
  [
    "large.csv",
    () => `${"c,".repeat(999)}c\n${"1,".repeat(999)}1\n`,
    /Trouvé : 1 000 colonnes ; attendu : au plus 500 colonnes\./,
  ],
  [
    "ouvert.csv",
    () => `${HEADINGS}A,2015,"1,2\n`,
    /ouvert\.csv · 2 Trouvé : un guillemet \("\) qui n’est jamais refermé/,
  ],
  [
    "rompu.geojson",
    () => '{"type":"FeatureCollection",\n"features":[{]}',
    /Trouvé : du JSON mal formé(?: \(ligne 2\))? ; attendu : du JSON valide\./,
  ],
  [
    "coupé.geojson",
    () => '{"type":"FeatureCollection","features":[',
    /Trouvé : du JSON qui s’arrête avant la fin/,
  ],
  [
    "seul.json",
    () => '{"type":"Topology"}',
    /Trouvé : le type « Topology » ; attendu : une FeatureCollection de GeoJSON, ou une liste d’objets\./,
  ],
  [
    "sans.geojson",
    () => '{"type":"FeatureCollection","features":[]}',
    /Trouvé : aucun objet \(Feature\)/,
  ],
  [
    "page.csv",
    () => "<!doctype html><html><body>1,2</body></html>",
    /Trouvé : une page web \(HTML\) ; attendu : le tableau en CSV ou en classeur \(\.xlsx\)\./,
  ],
  [
    "rompu.kml",
    () => "<kml>\n<Placemark><name>a</kml>",
    /Trouvé : du XML mal formé \(ligne 2\) ; attendu : du KML ou du GPX\./,
  ],
  [
    "vieux.xls",
    () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
    /un classeur Excel 97 \(\.xls\), ou protégé par un mot de passe/,
  ],
  ["vide.xlsx", () => workbook([]), /Trouvé : un classeur sans aucune ligne/],
  [
    "faux.xlsx",
    () => zip({ "a.txt": "x" }),
    /Trouvé : une archive qui n’est pas un classeur ; attendu : un classeur Excel \(\.xlsx\), ou le tableau en CSV\./,
  ],
  ["libre.ods", () => zip({ "content.xml": "<a/>" }), /Trouvé : un document de LibreOffice/],
  [
    "menteur.xlsx",
    () => lyingZip(workbook([[{ s: "a" }], [{ n: 1 }]]), () => 3, /sheet1/),
    /Trouvé : un ZIP où « xl\/worksheets\/sheet1\.xml » n’a pas la taille annoncée/,
  ],
  [
    "coupé.zip",
    () => zip({ "a.csv": TABLE }).subarray(0, 60),
    /^Trouvé : un ZIP endommagé ou incomplet ; attendu : un tableau, ou un paquet de données \(ZIP\) d’au plus 200 fichiers et 200 Mo une fois décompressé\.$/,
  ],
  [
    "menteur.zip",
    () => lyingZip(zip({ "a.csv": TABLE }), (size) => size - 30),
    /Trouvé : un ZIP où « a\.csv » n’a pas la taille annoncée/,
  ],
  [
    "abîmé.zip",
    () => {
      const whole = zip({ "a.csv": TABLE });
      const directory = Buffer.from(whole).indexOf("PK\u0001\u0002");
      return whole.map((byte, at) => (at === directory + 16 ? byte ^ 1 : byte));
    },
    /Trouvé : un ZIP où « a\.csv » est endommagé : sa somme de contrôle n’est pas celle annoncée/,
  ],
  ["plein.zip", () => zip(many), /Trouvé : 201 fichiers ;/],
  [
    "sans-tableau.zip",
    () => zip({ "a.md": "a", "b.md": "b" }),
    /Trouvé : aucun tableau ; attendu : un seul tableau, ou un dossier avec datapackage\.json\./,
  ],
  ["deux.zip", () => zip({ "a.csv": TABLE, "b.csv": TABLE }), /Trouvé : 2 tableaux ;/],
  [
    "poupée.zip",
    () => zipSync({ "a.zip": zip({ "a.csv": TABLE }) }),
    /a\.zip Trouvé : une archive qui n’est pas un classeur/,
  ],
  [
    "rompu.zip",
    () => zip({ "datapackage.json": "{", "events.csv": TABLE }),
    /datapackage\.json Trouvé : du JSON qui s’arrête avant la fin/,
  ],
  [
    "sans-nom.zip",
    () => zip({ "datapackage.json": '{"name":"Essai Un","resources":[]}' }),
    /datapackage\.json · name Trouvé : "Essai Un" ; attendu : des minuscules sans accent, des chiffres et - \. _\./,
  ],
  [
    "rien.zip",
    () =>
      zip({ "datapackage.json": descriptor({ resources: [{ name: "autre", path: "a.csv" }] }) }),
    /Trouvé : une ressource nommée « autre » ; attendu : l’une de celles-ci/,
  ],
  [
    "absent.zip",
    () => zip({ "datapackage.json": descriptor({ resources }) }),
    /events\.csv Trouvé : aucun fichier de ce nom ; attendu : un fichier lisible\./,
  ],
  [
    "colonnes.zip",
    () => zip({ "datapackage.json": descriptor({ resources }), "events.csv": "a,b\n1,2\n" }),
    /Trouvé : aucune colonne de ce nom ; attendu : une colonne /,
  ],
  [
    "date.zip",
    () =>
      zip({
        "datapackage.json": descriptor({ resources }),
        "events.csv": `${HEADINGS}A,hier,50,1\n`,
      }),
    /events\.csv · 2 · date Trouvé : « hier » ; attendu : une date en EDTF/,
  ],
];

/** What is told of the last file that was given, one line for each thing that is wrong. */
async function lines(page: Page, former: readonly string[]): Promise<readonly string[]> {
  const told = page.locator(".new-refused li");
  await expect
    .poll(async () => (await told.allInnerTexts()).join("\n"))
    .not.toBe(former.join("\n"));
  await expect.poll(() => told.count()).toBeGreaterThan(0);
  return told.allInnerTexts();
}

/** The narrow spaces of French as plain ones. */
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

describe("a file that cannot be read", () => {
  browserTest("is refused in French", () =>
    atWorkbench("/new?lang=fr", async ({ give, page }) => {
      let former: readonly string[] = [];
      for (const [name, content, told] of REFUSED) {
        await give(made(name, content()));
        former = await lines(page, former);
        const [first = ""] = former.map(plain);
        expect(first, name).toMatch(told);
        for (const line of former) expect(englishIn(line), line).toEqual([]);
      }
      expect(await page.locator(".new-refused h2").innerText()).toBe(
        "Ce fichier ne peut pas être lu",
      );
      await page.getByRole("button", { name: "English" }).click();
      await page.getByText(/Found "hier"; expected a date in EDTF/).waitFor();
    }),
  );

  browserTest("may be a mapping, or one row of a table", () =>
    atWorkbench("/new?lang=fr", async ({ click, give, page }) => {
      await give(made("table.csv", `${TABLE}B,2015-03-04\n`));
      await page.getByText("201 lignes et 4 colonnes", { exact: false }).waitFor();
      await click("Continuer");
      const wrong = made("x.mapping.json", '{"dataset":{"id":"A b"}}');
      await page.locator(".new-mapping-file").setInputFiles([wrong]);
      const alert = page.getByRole("alert");
      await alert.filter({ hasText: "dataset.id" }).waitFor();
      expect(plain(await alert.innerText())).toContain("attendu : des minuscules sans accent");
      await click("Continuer");
      const group = page.locator(".new-group").filter({ hasText: "Ce n’est pas une ligne" });
      expect(plain(await group.innerText())).toContain("2 cellules, à la ligne 202");
      const saved = Buffer.from(await taken(page, /^Enregistrer ces lignes/)).toString();
      expect(saved).toBe(
        "title,date,lat,lon,raison\nB,2015-03-04,,,Ce n’est pas une ligne du tableau (2 cellules)\n",
      );
    }),
  );
});
