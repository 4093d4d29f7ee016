const TAKEN = [
  ["POST", /^\/(verify|snapshot\.(svg|png|pdf|zip)|kit\.zip)$/],
  ["PUT", /^\/api\/datasets\/[^/]+$/],
] as const;

/** By which method something may be sent to a path, below the address of the service; the route says how much. */
export const takenMethod = (path: string): "POST" | "PUT" | undefined =>
  TAKEN.find(([, paths]) => paths.test(path))?.[0];
