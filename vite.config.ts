import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

/** The page: `vite build`. The server and the commands: `vite build --ssr`, see package.json. */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        build: {
          outDir: "dist/server",
          emptyOutDir: true,
          target: "node20",
          rolldownOptions: {
            input: { main: "server/main.ts", import: "geodata/import/main.ts" },
          },
        },
      }
    : {
        root: "web",
        plugins: [preact()],
        build: {
          outDir: "../dist/web",
          emptyOutDir: true,
          target: "es2022",
          chunkSizeWarningLimit: 1200,
        },
      },
);
