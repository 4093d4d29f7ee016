// Where the service is: at the root of its host, or below a path that the page's document tells.

/** The address of the service, ending in a slash; everything it has is below. */
function serviceRoot(): URL {
  return new URL(document.documentElement.dataset.root ?? "/", location.href);
}

/** An address of the service in full: of `api/dataset`, or of "" for itself. */
export function ownAddress(path: string): string {
  return serviceRoot().href + path;
}

/** The address of the page with the state that it was asked for, also where the page is in a frame. */
export function pageAddress(): URL {
  const page = serviceRoot();
  page.search = location.search;
  page.hash = location.hash;
  return page;
}

/** Whether the page was asked for as the map in a frame of another page. */
export function isAskedAsEmbed(): boolean {
  return `${location.pathname.replace(/\/+$/, "")}` === `${serviceRoot().pathname}embed`;
}
