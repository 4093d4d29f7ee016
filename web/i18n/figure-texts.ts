// The words of the printed figure, in both languages.

export const figureTextsEn = {
  figureSources: "Figures of people after",
  figureMoreSources: (count: number) => `and ${count} more`,
  figurePrecision:
    "Positions are no more exact than the circles around them. Numbers are those of who counted; hollow marks have none.",
  figureVersion: (version: string) => `data version ${version}`,
  figureEmpty: "Nothing is recorded for this date.",
};

export const figureTextsFr: typeof figureTextsEn = {
  figureSources: "Nombres de personnes d’après",
  figureMoreSources: (count) => `et ${count} autres`,
  figurePrecision:
    "Les positions ne sont pas plus exactes que les cercles qui les entourent. Les nombres sont ceux de qui a compté ; les marques creuses n’en ont pas.",
  figureVersion: (version) => `version ${version} des données`,
  figureEmpty: "Rien n’est consigné pour cette date.",
};
