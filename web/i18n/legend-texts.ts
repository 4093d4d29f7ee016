// What the marks mean, in both languages.

export const legendTextsEn = {
  legendTitle: "Legend",
  legendPeople: "people counted: lowest figure, ring: highest",
  legendUnknown: "site, nobody’s figure recent",
  legendPossible: "possibly there",
  legendDisc: "the place lies within this circle",
  legendOutline: "outline of a camp, ± 150–250 m",
  legendGhost: "former site",
  legendBarrier: "fences and wall",
  legendEvent: "event of the day; faint: 30 days before",
  legendMovement: "movement, not the way taken",
};

export const legendTextsFr: typeof legendTextsEn = {
  legendTitle: "Légende",
  legendPeople: "personnes comptées : chiffre le plus bas, anneau : le plus haut",
  legendUnknown: "lieu sans chiffre récent",
  legendPossible: "peut-être là",
  legendDisc: "le lieu est dans ce cercle",
  legendOutline: "emprise d’un camp, ± 150 à 250 m",
  legendGhost: "ancien lieu",
  legendBarrier: "clôtures et mur",
  legendEvent: "événement du jour ; pâle : 30 jours avant",
  legendMovement: "déplacement, non le chemin suivi",
};
