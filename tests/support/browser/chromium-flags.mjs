/** How Chromium is started for tests, pictures and benches: on machines without a graphics card too. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  // WebGL is emulated. Without this flag the page itself would be painted by the emulated GPU too, which no browser
  // does on a machine without one: there the processor paints it, as it does with the flag.
  "--disable-gpu-rasterization",
];
