// How sure a record is: whether it happened, was there, and what its position rests on.
import type { recordTextsEn } from "../en/record-texts.ts";

export const recordTextsFr: typeof recordTextsEn = {
  certaintyWord: {
    confirmed: "confirmé",
    reported: "rapporté",
    disputed: "contesté",
    unstated: "non précisé",
  },
  presence: {
    certain: "certainement là à cette date",
    possible: "peut-être là à cette date",
    absent: "pas connu comme présent à cette date",
  },
  basis: {
    measured: "mesurée : lue dans un jeu de données ou une coordonnée publiée",
    constrained: "placée à la main entre des points mesurés, en accord avec les textes",
    estimated: "estimée d’après une description ou la connaissance de l’endroit",
    unstated: "les données ne disent pas d’où vient la position",
  },
  certainty: {
    confirmed: "confirmé par deux sources indépendantes ou plus",
    reported: "rapporté par une source",
    disputed: "contesté : les sources se contredisent",
    unstated: "sa publication ne dit pas dans quelle mesure il est attesté",
  },
  topic: { date: "Date", place: "Lieu", number: "Nombre", cause: "Cause", other: "Autre" },
};
