const PATHS = {
  play: "M7 4.5v15l12-7.5z",
  pause: "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  minus: "M5 11h14v2H5z",
  search:
    "M10.5 4a6.5 6.5 0 1 1-4.6 11.1A6.5 6.5 0 0 1 10.5 4zm0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zm5.2 8.3 4.9 4.9-1.4 1.4-4.9-4.9z",
  page: "M6 3h8l5 5v13H6zm2 2v14h9V9h-4V5zm7 .8V7h1.2z",
  day: "M7 3h2v2h6V3h2v2h3v15H4V5h3zM6 10v8h12v-8z",
  rows: "M4 5h3v3H4zm5 .5h11v2H9zM4 10.5h3v3H4zm5 .5h11v2H9zM4 16h3v3H4zm5 .5h11v2H9z",
  kinds: "M4 5h16v2l-6 6.5V20l-4-2v-4.5L4 7z",
  span: "M3 6h2v5h14V6h2v12h-2v-5H5v5H3z",
  step: "M6 3h2v2h11l-3 4 3 4H8v8H6z",
  spot: "M12 3a6.5 6.5 0 0 1 6.5 6.5C18.5 14 12 21 12 21S5.5 14 5.5 9.5A6.5 6.5 0 0 1 12 3zm0 4a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  home: "M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z",
  back: "M15 5.5 8.5 12l6.5 6.5 1.4-1.4-5.1-5.1 5.1-5.1z",
  forward: "M9 5.5 15.5 12 9 18.5l-1.4-1.4 5.1-5.1-5.1-5.1z",
  menu: "M4 6h16v2H4zM4 11h16v2H4zM4 16h16v2H4z",
  ruler: "M3 14.5 14.5 3 21 9.5 9.5 21zM6 14.5l3.5 3.5 8.5-8.5L14.5 6z",
  picture:
    "M4 4h16v16H4zm2 2v9.2l3.6-3.7 3.1 3.1 2.5-2.4L18 15V6zm2.8 1.6a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z",
  open: "M13 4h7v7h-2V7.4l-8.3 8.3-1.4-1.4L16.6 6H13zM5 6h5v2H6v10h10v-4h2v6H4V6z",
  close:
    "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
  choices: "M4 7h9v2H4zm13 0h3v2h-3v2h-2V5h2zM4 15h3v2H4zm7-2v2h9v2h-9v2H9v-6z",
  up: "M12 7.5 5.5 14l1.4 1.4 5.1-5.1 5.1 5.1 1.4-1.4z",
  down: "M12 16.5 5.5 10l1.4-1.4 5.1 5.1 5.1-5.1 1.4 1.4z",
} as const;

/** A drawing inside a control that has its name in words. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
