import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "./app-env.ts";

const POLICY = "Content-Security-Policy";

/**
 * Pages that other pages may show in a frame. In a sandbox a page has no origin, and no worker of the server's: it reads
 * the worker's file and starts it from a `data:` address, under this same policy.
 */
const FRAMED = /^\/embed\/?$/;

/** The worker that draws animations with WebAssembly; what it may do does not hold for the page. */
const DRAWING = /^\/assets\/animation-worker-[\w-]+\.js$/;

/** The worker that reads what somebody brings: it may connect to nothing at all, and runs the WebAssembly that it is given. */
const READING = /^\/assets\/reading-worker-[\w-]+\.js$/;

/** No script, style, font or request from anywhere but this server; MapLibre's worker is a file of ours. */
export function securityHeaders() {
  const own = headers("'self'");
  const framed = headers("*", { worker: ["data:"] });
  const drawing = headers("'self'", { script: ["'wasm-unsafe-eval'"] });
  const reading = headers("'self'", { connect: ["'none'"], script: ["'wasm-unsafe-eval'"] });
  return createMiddleware<AppEnv>(async function securityHeaders(context, next) {
    const { path } = context.req;
    const set = FRAMED.test(path)
      ? framed
      : DRAWING.test(path)
        ? drawing
        : READING.test(path)
          ? reading
          : own;
    // A picture that carries its own typeface says itself what it may do: less than a page.
    let ownPolicy: string | null = null;
    await set(context, async () => {
      await next();
      ownPolicy = context.res.headers.get(POLICY);
    });
    if (ownPolicy !== null) context.res.headers.set(POLICY, ownPolicy);
  });
}

type Choices = {
  readonly script?: readonly string[];
  readonly worker?: readonly string[];
  readonly connect?: readonly string[];
};

function headers(
  frameAncestors: "'self'" | "*",
  { connect = ["'self'"], script = [], worker = [] }: Choices = {},
) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", ...script],
      workerSrc: ["'self'", ...worker],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      mediaSrc: ["'self'", "blob:"],
      connectSrc: [...connect],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameSrc: ["'self'"],
      frameAncestors: [frameAncestors],
    },
    // Said by frame-ancestors, which every browser heeds.
    xFrameOptions: false,
    // A frame without an origin has nothing to key by, and browsers complain of being asked.
    originAgentCluster: frameAncestors === "'self'",
    crossOriginResourcePolicy: false,
    strictTransportSecurity: false,
    xXssProtection: false,
  });
}
