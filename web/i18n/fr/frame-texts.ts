// Words of the bar at the head of the page, of the key below the map, and of what is told beside a mark.

import type { frameTextsEn } from "../en/frame-texts.ts";
import type { SiteNames } from "../site-names.ts";

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
