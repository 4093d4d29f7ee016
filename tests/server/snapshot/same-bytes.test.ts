// The same address, data and program make the same bytes, wherever and whenever they are made.
import { afterEach, describe, expect, vi } from "vitest";
import { makePicture } from "#server/snapshot/make-picture.ts";
import { calaisDataset } from "#tests/support/databases/calais-dataset.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";

const ZONE = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  if (ZONE === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE;
});

describe("a picture", () => {
  dbTest.for(["svg", "png", "pdf", "zip"] as const)(
    "has the same bytes in another zone, at another time, loaded on another day: %s",
    async (format) => {
      const dataset = await calaisDataset();
      const address = new URL(
        "https://rocade.example.org/snapshot.svg?date=2014-05-27&lang=en&width=700&height=600&title=%D9%85%D8%AE%D9%8A%D9%85",
      );
      const question = readPictureAddress(address, []);
      if (!question.ok) throw new Error("not read");
      const madeAt = async (zone: string, now: string, publishedAt: string) => {
        process.env.TZ = zone;
        vi.useFakeTimers({ now: new Date(now), toFake: ["Date"] });
        const { meta } = dataset;
        const { bytes } = await makePicture(format, {
          dataset: { ...dataset, meta: { ...meta, version: { ...meta.version, publishedAt } } },
          question: question.value,
          language: "en",
          address,
        });
        return Buffer.from(bytes).toString("latin1");
      };
      const here = await madeAt("Europe/Paris", "2026-11-26T23:30:00Z", "2026-11-26T10:00:00Z");
      const there = await madeAt(
        "Pacific/Auckland",
        "2031-02-03T04:05:06Z",
        "2030-01-01T00:00:00Z",
      );
      expect(here === there).toBe(true);
    },
  );
});
