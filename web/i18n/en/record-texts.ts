// How sure a record is: whether it happened, was there, and what its position rests on.

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
