// What the story adds to the page.
export { StoryBar } from "./story-bar.tsx";
export { StoryColumn } from "./story-column.tsx";
