import type { Declared } from "#model/dataset/declared.ts";
import type { Messages } from "#web/i18n/message-types.ts";

/** What a site is called in a key: as the dataset does where all its sites are of one kind. */
export function siteWord({ roles }: Pick<Declared, "roles">, texts: Messages): string {
  const [kind = "", another] = roles.sites;
  return (another === undefined && texts.placeKind[kind]) || texts.legendSite;
}
