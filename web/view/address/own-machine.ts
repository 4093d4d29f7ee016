// Whether an address leads anybody but the reader anywhere.

/** True of an address that means, wherever it is opened, the computer on which that is done. */
export const isOwnMachine = ({ hostname }: URL): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);
