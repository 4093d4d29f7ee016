// French prepositions before a name that comes with its article, as it is said: "de la rive", "du fleuve", "au pont".

/** The name after "de". */
export const afterDe = (name: string): string =>
  `de ${name}`
    .replace(/^de le /i, "du ")
    .replace(/^de les /i, "des ")
    .replace(/^de (?=une? )/, "d’");

/** The name after "à". */
export const afterA = (name: string): string =>
  `à ${name}`.replace(/^à le /i, "au ").replace(/^à les /i, "aux ");
