// What is said of events that are too many to be told one by one, in both languages.

export const crowdTextsEn = {
  crowdInFrame: (count: string) => `${count} in view`,
  crowdComing: (share: string) => `${share} of the events are here`,
  crowdCounting: "counting…",
  crowdDrawing: "the map is loading…",
  crowdHere: (count: number, text: string) => `${text} ${count === 1 ? "event" : "events"} here`,
  crowdFailed: "The events could not be loaded.",
  crowdEventsInView: (count: string) => `Events in view: ${count}`,
  crowdEventsAtSpot: (count: string) => `Events at this place: ${count}`,
  crowdEvents: (count: string) => `Events: ${count}`,
  crowdWholeView: "All in view",
  crowdLoading: "Loading…",
  crowdNotInPicture: (count: string) =>
    `The data set has ${count} events, too many for a picture: only the map on the web draws them.`,
  legendCrowdPossible: "possibly at that time",
  legendCrowdDisc: "somewhere within this disc",
  legendCrowdCell: "many events: the larger, the more; click or tap to list them",
};

export const crowdTextsFr: typeof crowdTextsEn = {
  crowdInFrame: (count) => `${count} dans la vue`,
  crowdComing: (share) => `${share} des événements sont là`,
  crowdCounting: "décompte en cours…",
  crowdDrawing: "la carte se charge…",
  crowdHere: (count, text) => `${text} ${count < 2 ? "événement" : "événements"} ici`,
  crowdFailed: "Les événements n’ont pas pu être chargés.",
  crowdEventsInView: (count) => `Événements dans la vue : ${count}`,
  crowdEventsAtSpot: (count) => `Événements à cet endroit : ${count}`,
  crowdEvents: (count) => `Événements : ${count}`,
  crowdWholeView: "Tous ceux de la vue",
  crowdLoading: "Chargement…",
  crowdNotInPicture: (count) =>
    `Le jeu de données compte ${count} événements, trop pour une image : seule la carte en ligne les dessine.`,
  legendCrowdPossible: "peut-être à ce moment",
  legendCrowdDisc: "quelque part dans ce disque",
  legendCrowdCell:
    "nombreux événements : plus le point est grand, plus il y en a ; cliquez ou touchez pour la liste",
};
