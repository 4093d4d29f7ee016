// What is told of settings and errors never repeats a password.

/** User and password of an address; a password may have an @ itself. */
const CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/)\S*@/gi;

/** The text without the user and password of any address in it. */
export function withoutSecrets(text: string): string {
  return text.replace(CREDENTIALS, "$1…@");
}

/**
 * A setting for a message about it: what may be a secret in it, as far as the last @ (whatever was given for a setting
 * that has none) and from a question mark on, is left out.
 */
export function settingWithoutSecrets(text: string): string {
  return text
    .replace(
      /^(?:([a-z][a-z0-9+.-]*:\/\/))?.*@/is,
      (_, scheme: string | undefined) => `${scheme ?? ""}…@`,
    )
    .replace(/[?#].*$/s, "?…");
}
