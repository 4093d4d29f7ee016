import { quote } from "../../problem.ts";
import type { Queryables } from "./check-scalar.ts";
import type { ListOperand } from "./filter.ts";
import { Cql2Error, type Node } from "./node.ts";

/** Reads a property that is a list, or a list of texts; one text alone is a list of one, as `('a')` is one in brackets. */
export function checkList(node: Node, { types }: Queryables): ListOperand {
  if (typeof node === "string") return { kind: "values", values: [node] };
  if (Array.isArray(node)) {
    const wrong = node.find((item) => typeof item !== "string");
    if (wrong !== undefined)
      throw new Cql2Error(`lists here hold texts, got ${quote(JSON.stringify(wrong))}`);
    return { kind: "values", values: node as string[] };
  }
  if (typeof node === "object" && "property" in node && types.get(node.property) === "list")
    return { kind: "property", name: node.property };
  const lists = [...types].flatMap(([name, type]) => (type === "list" ? [name] : []));
  throw new Cql2Error(
    `expected a list ('a', 'b') or a property that is one (${lists.join(", ") || "there is none"}), got ${quote(JSON.stringify(node))}`,
  );
}
