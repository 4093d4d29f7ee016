import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "./app-env.ts";

/** Pages that other pages may show in a frame. */
const FRAMED = /^\/embed\/?$/;

/** No script, style, font or request from anywhere but this server; MapLibre's worker is a file of ours. */
export function securityHeaders() {
  const [own, framed] = [headers("'self'"), headers("*")];
  return createMiddleware<AppEnv>((context, next) =>
    FRAMED.test(context.req.path) ? framed(context, next) : own(context, next),
  );
}

function headers(frameAncestors: "'self'" | "*") {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      // WebAssembly draws the pictures of an animation.
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      workerSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      mediaSrc: ["'self'", "blob:"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameSrc: ["'self'"],
      frameAncestors: [frameAncestors],
    },
    // Said by frame-ancestors, which every browser heeds.
    xFrameOptions: false,
    crossOriginResourcePolicy: false,
    strictTransportSecurity: false,
    xXssProtection: false,
  });
}
