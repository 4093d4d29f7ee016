import { secureHeaders } from "hono/secure-headers";

/** No script, style, font or request from anywhere but this server; MapLibre's worker is a file of ours. */
export function securityHeaders() {
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
      frameAncestors: ["'self'"],
    },
    crossOriginResourcePolicy: false,
    strictTransportSecurity: false,
    xXssProtection: false,
  });
}
