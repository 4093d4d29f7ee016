// What is taken for a proof: it comes from a file of anybody's.
import { z } from "zod";
import type { Proof } from "#web/view/proof/proof-record.ts";

const text = (most: number) => z.string().max(most);

const PROOF = z.object({
  rocade: z.literal("proof/1"),
  release: z.object({ version: text(40), figure: z.number().int() }),
  dataset: z.object({ id: text(200), version: text(200), contentHash: text(200) }),
  ground: z
    .object({ hash: text(64), date: text(40), credit: text(400), licence: text(400) })
    .optional(),
  root: z.url({ protocol: /^https?$/ }).max(1000),
  query: text(16_000),
  figure: z.unknown(),
  frame: z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
  zoom: z.number(),
  kit: z.literal(true).optional(),
  days: z.array(z.iso.date()).max(1000).optional(),
  page: z.url({ protocol: /^https?$/ }).max(16_000),
  language: text(40),
  title: text(2000),
  alt: text(2000),
  credit: text(8000),
  licences: z.array(z.object({ title: text(1000), path: text(2000) })).max(100),
  records: z.number().int().min(0),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  shown: z.unknown(),
}) satisfies z.ZodType<Omit<Proof, "shown" | "figure">>;

/** The proof that a text is; undefined where it is none. */
export function proofFrom(json: string): Proof | undefined {
  try {
    return PROOF.parse(JSON.parse(json)) as Proof;
  } catch {
    return undefined;
  }
}
