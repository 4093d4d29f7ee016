import { createMiddleware } from "hono/factory";
import { escapeMarkup } from "#formats/xml.ts";
import type { AppEnv } from "./app-env.ts";

const LINK = /(<a\b[^>]*?\shref=")([^"#]*)/g;

/**
 * A page that was asked for in a language leads on in it: each link of it to another page or file of the service asks
 * for the same. Where none was named, what the reader's browser wishes decides there, too.
 */
export function keepLanguage() {
  return createMiddleware<AppEnv>(async function keepLanguage(context, next) {
    await next();
    if (!/[?&]lang=/.test(context.req.raw.url)) return;
    if (!context.res.headers.get("Content-Type")?.startsWith("text/html")) return;
    const lang = context.req.query("lang");
    if (!lang || context.req.method === "HEAD") return;
    const { res } = context;
    const html = await res.text();
    const own = { service: context.get("service"), asked: context.req.url };
    const headers = new Headers(res.headers);
    headers.delete("Content-Length");
    context.res = new Response(inLanguage(html, lang, own), { status: res.status, headers });
  });
}

type Own = { readonly service: URL; readonly asked: string };

function inLanguage(html: string, lang: string, { asked, service }: Own): string {
  return html.replaceAll(LINK, (whole, before: string, href: string) => {
    // An empty one leads to the address itself.
    if (href === "" || /[?;&]lang=/.test(href) || !isOwn(href, { asked, service })) return whole;
    const joined = href.includes("?") ? "&amp;" : "?";
    return `${before}${href}${joined}lang=${escapeMarkup(encodeURIComponent(lang))}`;
  });
}

function isOwn(href: string, { asked, service }: Own): boolean {
  const { origin, pathname } = new URL(href, asked);
  return origin === service.origin && pathname.startsWith(service.pathname);
}
