// 410 for what was withdrawn: when and why, and nothing else of it.
import type { Context } from "hono";
import { findWithdrawal } from "#db/queries/withdrawals.ts";
import { escapeMarkup } from "#formats/xml.ts";
import type { Collection } from "#model/collection/collection.ts";
import { OF_VERSIONS, type Withdrawal, withdrawnFrom } from "#model/dataset/withdrawal.ts";
import { quote } from "#model/problem.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { withdrawnDay } from "#web/i18n/withdrawn-day.ts";
import { readableQuery } from "#web/view/address/url.ts";
import type { AppEnv } from "../http/app-env.ts";
import { askedLanguage, plainPage, wantsPage } from "../http/message-page.ts";
import { problemResponse } from "../http/problems.ts";
import { type Naming, withdrawnVersion } from "./asked-version.ts";
import type { ServedDataset } from "./served-dataset.ts";

type Asked = {
  readonly collection: Collection;
  readonly id: string;
  /** A person asks for a page, whatever the address. */
  readonly isPage: boolean;
};

/** The answer about a record that is not there; undefined where it was not withdrawn. */
export async function goneRecord(
  context: Context<AppEnv>,
  { datasetId, db }: ServedDataset,
  { collection, id, isPage }: Asked,
): Promise<Response | undefined> {
  const found = await findWithdrawal(db, datasetId, withdrawnFrom(collection.role), id);
  return found && gone(context, found, `${collection.id}/${id}`, isPage);
}

/** The answer about a version that is not there; undefined where it was not withdrawn. */
export async function goneVersion(
  context: Context<AppEnv>,
  newest: ServedDataset,
  { isPage, ...naming }: Naming & { readonly isPage?: boolean },
): Promise<Response | undefined> {
  const found = await withdrawnVersion(newest, naming);
  return found && gone(context, found, `version ${quote(found.id)}`, isPage ?? wantsPage(context));
}

/** The answer about what an address chooses, which was withdrawn. */
export const goneSelection = (context: Context<AppEnv>, withdrawal: Withdrawal, sel: string) =>
  gone(context, withdrawal, sel, false);

function gone(
  context: Context<AppEnv>,
  { collection, id, reason, withdrawnAt }: Withdrawal,
  what: string,
  isPage: boolean,
): Response {
  if (!isPage)
    return problemResponse(context, 410, {
      title: "Gone",
      detail: `${what} was withdrawn on ${withdrawnAt.slice(0, 10)}: ${reason}`,
      withdrawn: { withdrawnAt, reason },
    });
  const language = askedLanguage(context);
  const texts = messagesOf(language);
  const day = withdrawnDay(withdrawnAt, language);
  const isVersion = collection === OF_VERSIONS;
  const [said, link] = isVersion
    ? [texts.versionWithdrawn(id, day), texts.versionNewest]
    : [texts.recordWithdrawn(day), texts.withdrawnMap];
  const main = [
    `<p>${escapeMarkup(said)}</p>`,
    `<p>${escapeMarkup(texts.withdrawnReason(reason))}</p>`,
    `<p><a href="${escapeMarkup(wayOn(context, isVersion))}">${escapeMarkup(link)}</a></p>`,
  ];
  const page = { language, title: escapeMarkup(texts.withdrawnTitle), main: main.join("") };
  return plainPage(context, 410, page, { "Cache-Control": "no-store" });
}

/** To the page: in the newest version with the state that was asked of another. */
function wayOn(context: Context<AppEnv>, isVersion: boolean): string {
  const page = new URL(context.get("root"));
  const asked = new URL(context.req.url).searchParams;
  if (isVersion && asked.has("v")) {
    asked.delete("v");
    page.search = readableQuery(`${asked}`);
  }
  return page.pathname + page.search;
}
