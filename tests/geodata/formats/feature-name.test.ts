import { expect, it } from "vitest";
import { featureName } from "#formats/feature-name.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

it("a movement is called by where it led from and to, in the language that is asked for", () => {
  const properties = {
    from_name_en: "Pashtun jungle",
    from_name_fr: "Jungle pachtoune",
    to_name_en: "Centres",
    to_name_fr: "Centres d’accueil",
  };
  const named = (own: Record<string, string>, language: string) =>
    featureName({ id: "mov-1", properties: own }, COLLECTIONS.movements, language);
  expect(named(properties, "en")).toBe("Pashtun jungle → Centres");
  expect(named(properties, "fr")).toBe("Jungle pachtoune → Centres d’accueil");
  expect(named({ from_name_en: "Pashtun jungle" }, "en")).toBe("mov-1");
});
