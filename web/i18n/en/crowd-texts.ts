// What is said of events that are too many to be told one by one.

export const crowdTextsEn = {
  crowdInFrame: (count: string) => `${count} in view`,
  crowdComing: (share: string) => `${share} of the events are here`,
  crowdCounting: "counting…",
  sumsFailed: "The sums could not be loaded.",
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
