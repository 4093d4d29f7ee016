// What the marks mean.

export const legendTextsEn = ({ one }: SiteNames) => ({
  legendTitle: "Legend",
  legendEvents: "Events:",
  legendPeople: "people counted: lowest figure, ring: highest",
  legendPeopleOver:
    "people counted, at each site on its last day shown: lowest figure, ring: highest",
  legendSite: one,
  legendUnknown: `${one}, nobody’s figure recent`,
  legendPossible: "possibly there",
  legendPossibleThing: (then: string) => `dashed: ${then}`,
  legendConvention: "possibly there, by a convention alone: no source gives the date",
  legendEmpty: "drawn, not counted: nobody known to live there",
  legendFaint: "faint: does not match the filter",
  legendDisc: "the place lies within this circle",
  legendGhost: `former ${one}`,
  legendMovement: "movement, not the route",
});

export const legendTextsFr = ({ one, isOwn }: SiteNames): ReturnType<typeof legendTextsEn> => ({
  legendTitle: "Légende",
  legendEvents: "Événements :",
  legendPeople: "personnes comptées : chiffre le plus bas, anneau : le plus haut",
  legendPeopleOver:
    "personnes comptées, dans chaque lieu au dernier jour montré : chiffre le plus bas, anneau : le plus haut",
  legendSite: one,
  legendUnknown: `${one} sans chiffre récent`,
  legendPossible: "peut-être là",
  legendPossibleThing: (then) => `tireté : ${then}`,
  legendConvention: "peut-être là, par seule convention : aucune source ne donne la date",
  legendEmpty: "dessiné, non compté : on n’y connaît aucun habitant",
  legendFaint: "pâle : ne correspond pas au filtre",
  legendDisc: "le lieu est dans ce cercle",
  legendGhost: isOwn ? `${one} qui n’est plus là` : `ancien ${one}`,
  legendFamily: (family) => `${family} (événement)`,
  legendMovement: "déplacement, non le trajet",
});
