// The drawing threads of the built product: bounded in number, in queue and in time, and whole again after a fault.
import path from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblem } from "#model/problem.ts";
import type { PictureTask } from "#server/snapshot/picture-task.ts";
import { createPictureThreads } from "#server/snapshot/picture-threads.ts";
import { anyProof } from "#tests/support/pictures/any-proof.ts";

const WORKER = path.resolve("dist/server/picture-worker.js");

const picture = (inside: string, side = 200) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 200 200">${inside}</svg>`;
const png = (svg: string) => ({ kind: "png", svg, dpi: undefined, proof: anyProof() }) as const;

async function withThreads(
  limits: { queue: number; timeoutMs: number },
  work: (threads: { draw: (task: PictureTask) => Promise<Uint8Array> }) => Promise<void>,
): Promise<void> {
  const threads = createPictureThreads(
    WORKER,
    { threads: 2, queue: limits.queue },
    limits.timeoutMs,
  );
  try {
    await work({
      draw: async (task) => {
        const drawing = await threads.draw(task, { megapixels: 1, panels: 0 });
        if ("problem" in drawing) throw new Error(describeProblem(drawing.problem));
        return drawing.bytes;
      },
    });
  } finally {
    await threads.close();
  }
}

describe("the drawing threads", () => {
  it("draw several at once", () =>
    withThreads({ queue: 16, timeoutMs: 20_000 }, async ({ draw }) => {
      const drawn = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          draw(png(picture(`<text x="9" y="${20 + index}">Calais</text>`))),
        ),
      );
      for (const bytes of drawn) expect(Buffer.from(bytes).subarray(1, 4).toString()).toBe("PNG");
    }));

  it("let no more wait than they may, and say so", () =>
    withThreads({ queue: 1, timeoutMs: 20_000 }, async ({ draw }) => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, () => draw(png(picture("<rect width='9' height='9'/>", 2000)))),
      );
      const refused = outcomes.filter(({ status }) => status === "rejected");
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThan(12);
      for (const one of refused)
        expect(String((one as PromiseRejectedResult).reason)).toContain(
          "too many pictures are waiting",
        );
    }));

  it("end what takes too long, and draw the next", () =>
    withThreads({ queue: 4, timeoutMs: 4000 }, async ({ draw }) => {
      const heavy = `<filter id="f"><feGaussianBlur stdDeviation="60"/></filter>${"<rect width='200' height='200' filter='url(#f)'/>".repeat(80)}`;
      await expect(draw(png(picture(heavy, 4000)))).rejects.toThrow("took too long");
      // A new thread may take as long to start where the machine is busy, and is then ended as well.
      const next = () =>
        draw(png(picture("<circle r='9'/>"))).then(
          ({ length }) => length,
          () => 0,
        );
      await expect.poll(next, { timeout: 60_000 }).toBeGreaterThan(50);
    }));

  it("survive a fault of the renderer", () =>
    withThreads({ queue: 4, timeoutMs: 20_000 }, async ({ draw }) => {
      await expect(draw(png("<svg"))).rejects.toThrow();
      // A circle far off the picture, on which this renderer stumbles.
      const far = `<circle cx="5519" cy="5023" r="195" fill-opacity="0.03"/>`;
      await draw(png(picture(far))).catch(() => undefined);
      const next = await draw(png(picture("<circle r='9'/>")));
      expect(next.length).toBeGreaterThan(50);
    }));
});
