/** Whether something may be sent to a path, below the address of the service; the route says how much. */
export const takesFile = (path: string): boolean =>
  /^\/(verify|snapshot\.(svg|png|pdf|zip))$/.test(path);
