import { z } from "zod";
import { declarationIn } from "./declaration.ts";

/** The definition as a JSON Schema (draft 2020-12), for those who write a descriptor: of what they may write. */
export function declarationSchema(): object {
  const schema = z.toJSONSchema(declarationIn([]), {
    io: "input",
    reused: "inline",
  });
  return {
    ...schema,
    title: "rocade",
    description:
      "What a data package for Rocade declares about itself: the property `rocade` of its datapackage.json. Everything may be left out.",
  };
}
