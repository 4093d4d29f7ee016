// The words of the printed figure, in both languages.

export const figureTextsEn = {
  makePicture: "Make a picture",
  embedMap: "Embed the map",
  figureSources: "Sources:",
  figureMoreSources: (count: number, hasAddress: boolean) =>
    hasAddress ? `and ${count} more at the address below` : `and ${count} more`,
  figureSourcesCounted: (count: number, hasAddress: boolean) =>
    `${count === 1 ? "1 source" : `${count} sources`}${hasAddress ? ", listed at the address below" : ""}.`,
  figurePrecision:
    "Positions are no more exact than the circles around them. Numbers are those of who counted; hollow marks have none.",
  figureVersion: (version: string) => `Data version ${version}`,
  figureLicences: (names: string) => `Licences: ${names}`,
  figureEmpty: "Nothing is recorded for this date.",
  figureCurve: "Mean distance of the open sites (km); pale: nearest to farthest",
  figureMoreEvents: (count: number) => `and ${count} more events`,
  locatorCredit: "Locator map: Natural Earth.",
  altMap: (title: string, date: string) => `Map: ${title}, ${date}.`,
  altMaps: (title: string, dates: string) => `Maps side by side: ${title}, ${dates}.`,
  captionSite: (name: string, people: string | null, counters: string, isCertain: boolean) =>
    `${name}${isCertain ? "" : " (possibly there)"}: ${people === null ? "nobody’s figure is recent" : `${people} people, counted by ${counters}`}`,
  captionSites: "Sites with recent figures",
  captionDistance: (distance: string, reference: string) => `${distance} from ${reference}`,
  captionEvents: "Events",
  captionMovements: "Movements",
  captionFrom: (from: string, to: string) => `from ${from} to ${to}`,
  captionCredit: "Credit",
};

export const figureTextsFr: typeof figureTextsEn = {
  makePicture: "Faire une image",
  embedMap: "Intégrer la carte",
  figureSources: "Sources :",
  figureMoreSources: (count, hasAddress) =>
    hasAddress ? `et ${count} autres à l’adresse ci-dessous` : `et ${count} autres`,
  figureSourcesCounted: (count, hasAddress) =>
    `${count < 2 ? `${count} source` : `${count} sources`}${hasAddress ? `, à l’adresse ci-dessous` : ""}.`,
  figurePrecision:
    "Les positions ne sont pas plus exactes que les cercles qui les entourent. Les nombres sont ceux de qui a compté ; les marques creuses n’en ont pas.",
  figureVersion: (version) => `Version ${version} des données`,
  figureLicences: (names) => `Licences : ${names}`,
  figureEmpty: "Rien n’est consigné pour cette date.",
  figureCurve: "Distance moyenne des lieux ouverts (km) ; pâle : du plus proche au plus lointain",
  figureMoreEvents: (count) => `et ${count} autres événements`,
  locatorCredit: "Carte de situation : Natural Earth.",
  altMap: (title, date) => `Carte : ${title}, ${date}.`,
  altMaps: (title, dates) => `Cartes côte à côte : ${title}, ${dates}.`,
  captionSite: (name, people, counters, isCertain) =>
    `${name}${isCertain ? "" : " (peut-être là)"} : ${people === null ? "aucun chiffre récent" : `${people} personnes, selon ${counters}`}`,
  captionSites: "Lieux avec des chiffres récents",
  captionDistance: (distance, reference) => `à ${distance} de ${reference}`,
  captionEvents: "Événements",
  captionMovements: "Déplacements",
  captionFrom: (from, to) => `de ${from} à ${to}`,
  captionCredit: "Crédit",
};
