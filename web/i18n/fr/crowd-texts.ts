// What is said of events that are too many to be told one by one.
import type { crowdTextsEn } from "../en/crowd-texts.ts";

export const crowdTextsFr: typeof crowdTextsEn = {
  crowdInFrame: (count) => `${count} dans la vue`,
  crowdComing: (share) => `${share} des événements sont là`,
  crowdCounting: "décompte en cours…",
  sumsFailed: "Les sommes n’ont pas pu être chargées.",
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
