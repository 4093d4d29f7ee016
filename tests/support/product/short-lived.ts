/**
 * Options of Node for programs that live for seconds: the WebAssembly of the embedded database is checked as it is called, and
 * not compiled once more to run quicker. That takes half of the processor's time of a start, and pays after minutes.
 */
export const SHORT_LIVED = ["--wasm-lazy-validation", "--liftoff-only"];
