// How sure a record is, in both languages: whether it happened, was there, and what its position rests on.

export const recordTextsEn = {
  certaintyWord: {
    confirmed: "confirmed",
    reported: "reported",
    disputed: "disputed",
    unstated: "not stated",
  },
  presence: {
    certain: "certainly there at this date",
    possible: "possibly there at this date",
    absent: "not known to be there at this date",
  },
  basis: {
    measured: "measured: read from a data set or a published coordinate",
    constrained: "set by hand between measured points so that it agrees with the texts",
    estimated: "estimated from a description or from knowledge of the area",
    unstated: "the data do not say what the position rests on",
  },
  certainty: {
    confirmed: "confirmed by two or more independent sources",
    reported: "reported by one source",
    disputed: "disputed: sources contradict each other",
    unstated: "its publisher does not say how well it is attested",
  },
  topic: { date: "Date", place: "Place", number: "Number", cause: "Cause", other: "Other" },
};

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
