// What the page has on paper alone, in one part that comes when the page has nothing else to do.
export { PrintedEnd } from "./printed-end.tsx";
export { PrintedHead } from "./printed-head.tsx";
