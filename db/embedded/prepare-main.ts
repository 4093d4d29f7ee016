// A step of the build: what the embedded database starts with, each made where it is not there yet.
import path from "node:path";
import { projectRoot } from "../project-root.ts";
import { makeBlank } from "./blank/make-blank.ts";
import { makePart } from "./postgis/make-part.ts";

await makePart();
await makeBlank(path.join(projectRoot(), "db", "migrations"), (message) =>
  process.stderr.write(`${message}\n`),
);
