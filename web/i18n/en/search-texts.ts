// What the search field says.
import { counted } from "../format.ts";

export const searchTextsEn = {
  search: "Search",
  panelBack: "Back",
  findWhen: "When",
  findAnyTime: "Any time",
  searchHint: "Places, events, sources, a date",
  searchResults: "Results",
  searchDates: "Date",
  searchAsked: "By kind",
  searchTelling: (count: number) =>
    counted(count, "en", "period or step of the story", "periods and steps of the story"),
  searchAll: (counted: string) => `All ${counted}`,
  searchGoTo: { day: "go to this day", stretch: "show these days" },
  searchList: (date: string) => `List: ${date}`,
  searchListHow: "what was there, and what happened",
  searchAlso: (name: string) => `also called “${name}”`,
  searchPeriod: "period",
  searchStep: (step: number, steps: number) => `step ${step} of ${steps} of the story`,
  searchAlone: "Show these alone on the map",
  searchNothing: (words: string) => `Nothing is found for “${words}”.`,
  searchOpens: "opens",
  searchChooses: "choose",
  searchDateHow: "a date such as “May 2014” or “28/5/2014” goes to that day",
};
