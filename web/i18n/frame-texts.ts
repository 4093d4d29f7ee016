// Words of the bar at the head of the page, of the key below the map, and of what is told beside a mark.
import type { SiteNames } from "./site-names.ts";

export const frameTextsEn = ({ one }: SiteNames) => ({
  skipToDate: "Skip to the date",
  keyMore: (count: number) => `… and ${count} more`,
  keyAll: "Legend in full",
  keyPeople: "people counted",
  keyUnknown: "no recent figure",
  keyConvention: "by convention alone",
  keyEmpty: "nobody known to live there",
  keyDisc: "lies within",
  keyBand: "band: the line lies within it",
  keyFaint: "not in the filter",
  keyMovement: "people moved, way not known",
  keyCrowdCell: "many events",
  tipFormer: `former ${one}`,
  tipCertain: "certainly there",
  tipPossible: "possibly there",
  tipPeople: (people: string) => `${people} people counted`,
});

export const frameTextsFr = ({ one, isOwn }: SiteNames): ReturnType<typeof frameTextsEn> => ({
  skipToDate: "Aller à la date",
  keyMore: (count) => `… et ${count} ${count < 2 ? "autre" : "autres"}`,
  keyAll: "Légende complète",
  keyPeople: "personnes comptées",
  keyUnknown: "sans chiffre récent",
  keyConvention: "par seule convention",
  keyEmpty: "aucun habitant connu",
  keyDisc: "se trouve dans ce cercle",
  keyBand: "bande : le tracé s’y trouve",
  keyFaint: "hors du filtre",
  keyMovement: "déplacement, trajet inconnu",
  keyCrowdCell: "événements nombreux",
  tipFormer: isOwn ? `${one} qui n’est plus là` : `ancien ${one}`,
  tipCertain: "là avec certitude",
  tipPossible: "peut-être là",
  tipPeople: (people) => `${people} personnes comptées`,
});
