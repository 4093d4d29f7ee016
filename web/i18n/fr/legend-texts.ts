// What the marks mean.

import type { legendTextsEn } from "../en/legend-texts.ts";
import type { SiteNames } from "../site-names.ts";

export const legendTextsFr = ({ one, isOwn }: SiteNames): ReturnType<typeof legendTextsEn> => ({
  legendTitle: "Légende",
  legendPeople: "personnes comptées : chiffre le plus bas, anneau : le plus haut",
  legendPeopleOver:
    "personnes comptées, dans chaque lieu au dernier jour montré : chiffre le plus bas, anneau : le plus haut",
  legendSite: one,
  legendUnknown: `${one} sans chiffre récent`,
  legendPossible: "peut-être là",
  legendPossibleThing: (then) => `tireté : ${then}`,
  legendConvention: "peut-être là, par seule convention : aucune source ne donne la date",
  legendEmpty: "dessiné, non compté : on n’y connaît aucun habitant",
  legendContext: "pâle : pour situer",
  legendFaint: "pâle : ne correspond pas au filtre",
  legendDisc: "le lieu est dans ce cercle",
  legendGhost: isOwn ? `${one} qui n’est plus là` : `ancien ${one}`,
  legendEvents: "Événements :",
  legendMovement: "déplacement, non le trajet",
  legendShort: {
    legendPeople: "personnes : bas, anneau haut",
    legendPeopleOver: "personnes : bas, anneau haut, au dernier jour",
    legendUnknown: "sans chiffre récent",
    legendConvention: "par convention",
    legendEmpty: "sans habitant connu",
    legendDisc: "quelque part dedans",
    legendSeparator: (precision) => precision,
  },
});
