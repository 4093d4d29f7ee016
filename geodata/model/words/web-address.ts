/** Characters of the longest address that browsers, proxies and servers take everywhere. */
const LONGEST = 2_000;

/**
 * Whether a text is an address that a page may lead to: http or https, whole, without a name or a password. What a
 * package links goes through this before it becomes a link: `javascript:` and the like are none.
 */
export function isWebAddress(text: string): boolean {
  if (text.length > LONGEST || !/^https?:\/\/[^\s"<>\\`]+$/i.test(text)) return false;
  if (!URL.canParse(text)) return false;
  const { password, username } = new URL(text);
  return username === "" && password === "";
}
