/**
 * The window around the page, which nobody sees: its toolbar and its list of addresses are pages of their own, whose
 * renderers took a quarter of all time.
 */
const OF_THE_WINDOW = [
  "PreloadTopChromeWebUI",
  "InitialWebUI",
  "WebUIToolbar",
  "WebUILocationBar",
  "WebUIReloadButton",
  "WebUIOmniboxPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxAimPopup",
];
/** What Playwright turns off; of two such flags the browser takes the last. */
const OF_PLAYWRIGHT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "SkipListAccountsWithoutGaiaCookies",
];

/** How Chromium is started for tests, pictures and benches: on machines without a graphics card too. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  // WebGL is emulated. Without this flag the page itself would be painted by the emulated GPU too, which no browser
  // does on a machine without one: there the processor paints it, as it does with the flag.
  "--disable-gpu-rasterization",
  `--disable-features=${[...OF_THE_WINDOW, ...OF_PLAYWRIGHT].join(",")}`,
];
