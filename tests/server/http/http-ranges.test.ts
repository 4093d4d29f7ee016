// Parts of downloads (RFC 9110 §14), and the files on disk that they are read from.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileTooLarge } from "#formats/feature-writer.ts";
import { parseRange } from "#server/http/files/ranges.ts";
import { WholeFiles } from "#server/http/files/whole-files.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

const FILE = "/api/download/camps.gpkg";

async function service() {
  const { app } = await testApp();
  return async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const response = await app.request(path, { headers, method });
    return {
      response,
      bytes: Buffer.from(await response.arrayBuffer()),
      headers: response.headers,
    };
  };
}

describe("a part of a download", () => {
  const endings = ["fgb", "gpkg", "geojson", "csv", "kml", "geojsonl"];
  dbTest.for([...endings.map((ending) => `camps.${ending}`), "package.zip"])(
    "of %s is the same bytes as in the whole, under the same tag",
    async (file) => {
      const ask = await service();
      const path = `/api/download/${file}`;
      // Before anybody has asked for the whole: it is made for the part.
      const part = await ask(path, { Range: "bytes=100-299" });
      expect(part.response.status).toBe(206);
      const whole = await ask(path);
      expect(whole.response.status).toBe(200);
      const size = whole.bytes.length;
      expect(part.headers.get("Content-Range")).toBe(`bytes 100-299/${size}`);
      expect(part.headers.get("Content-Length")).toBe("200");
      expect(part.bytes.equals(whole.bytes.subarray(100, 300))).toBe(true);
      for (const name of ["ETag", "Last-Modified", "Content-Type", "Content-Disposition"])
        expect(part.headers.get(name), name).toBe(whole.headers.get(name));
      expect(whole.headers.get("Accept-Ranges")).toBe("bytes");
      expect(whole.headers.get("Content-Length")).toBe(String(size));
      // Another process, which has to write it anew, has the same bytes for the same tag.
      const elsewhere = await (await service())(path);
      expect(elsewhere.headers.get("ETag")).toBe(whole.headers.get("ETag"));
      expect(elsewhere.bytes.equals(whole.bytes)).toBe(true);
    },
  );

  dbTest("may be at any place; what lies outside is 416 and says how long it is", async () => {
    const ask = await service();
    const whole = (await ask(FILE)).bytes;
    const size = whole.length;
    const cases = [
      ["bytes=0-0", 0, 1],
      ["bytes=0-", 0, size],
      ["bytes=-7", size - 7, size],
      [`bytes=-${size * 2}`, 0, size],
      [`bytes=${size - 1}-`, size - 1, size],
      [`bytes=10-${size * 2}`, 10, size],
      ["BYTES=3-5", 3, 6],
    ] as const;
    for (const [range, from, until] of cases) {
      const { bytes, headers, response } = await ask(FILE, { Range: range });
      expect(response.status, range).toBe(206);
      expect(headers.get("Content-Range")).toBe(`bytes ${from}-${until - 1}/${size}`);
      expect(bytes.equals(whole.subarray(from, until)), range).toBe(true);
    }
    for (const range of [`bytes=${size}-`, `bytes=${size + 5}-${size + 9}`, "bytes=-0"]) {
      const { headers, response } = await ask(FILE, { Range: range });
      expect(response.status, range).toBe(416);
      expect(headers.get("Content-Range")).toBe(`bytes */${size}`);
      expect(headers.get("Content-Type")).toBe("application/problem+json");
    }
    for (const range of ["bytes=5-2", "bytes=a-b", "bytes=-", "lines=1-2", "bytes=0-1,5-6"]) {
      const { bytes, response } = await ask(FILE, { Range: range });
      expect(response.status, range).toBe(200);
      expect(bytes.length).toBe(size);
    }
  });

  dbTest("comes only of the file that If-Range names", async () => {
    const ask = await service();
    const { headers } = await ask(FILE);
    const statusOf = async (condition: string) =>
      (await ask(FILE, { Range: "bytes=0-9", "If-Range": condition })).response.status;
    expect(await statusOf(headers.get("ETag") ?? "")).toBe(206);
    expect(await statusOf(headers.get("Last-Modified") ?? "")).toBe(206);
    expect(await statusOf('"another"')).toBe(200);
    expect(await statusOf(`W/${headers.get("ETag")}`)).toBe(200);
    expect(await statusOf((headers.get("ETag") ?? "").replace(/"$/, '-br"'))).toBe(200);
    expect(await statusOf(new Date(0).toUTCString())).toBe(200);
    const unchanged = await ask(FILE, {
      Range: "bytes=0-9",
      "If-None-Match": headers.get("ETag") ?? "",
    });
    expect(unchanged.response.status).toBe(304);
  });

  dbTest("is not compressed, and the compressed whole promises no parts", async () => {
    const ask = await service();
    const path = "/api/download/camps.geojson";
    const encoded = { "Accept-Encoding": "br, gzip" };
    const part = await ask(path, { Range: "bytes=0-99", ...encoded });
    expect(part.response.status).toBe(206);
    expect(part.headers.get("Content-Encoding")).toBeNull();
    expect(part.bytes.length).toBe(100);
    for (const _ of ["as it is written", "from the disk"]) {
      const whole = await ask(path, encoded);
      expect(whole.headers.get("Content-Encoding")).toBe("br");
      expect(whole.headers.get("Accept-Ranges")).toBeNull();
      expect(whole.headers.get("Content-Length")).toBeNull();
      expect(whole.headers.get("ETag")).not.toBe(part.headers.get("ETag"));
    }
  });

  dbTest(
    "HEAD tells the length, whoever asks first, and the checksum is of the same bytes",
    async () => {
      const ask = await service();
      const path = "/api/download/events.fgb?category=blockade";
      const zip = await ask("/api/download/package.zip", {}, "HEAD");
      expect(Number(zip.headers.get("Content-Length"))).toBeGreaterThan(50_000);
      const head = await ask(path, { Range: "bytes=0-9" }, "HEAD");
      expect(head.response.status).toBe(200);
      const whole = await ask(path);
      expect(head.headers.get("Content-Length")).toBe(String(whole.bytes.length));
      expect(head.headers.get("Accept-Ranges")).toBe("bytes");
      const sum = (await ask(path.replace("fgb?", "fgb.sha256?"))).bytes.toString();
      const { createHash } = await import("node:crypto");
      expect(sum).toBe(`${createHash("sha256").update(whole.bytes).digest("hex")}  events.fgb\n`);
    },
  );

  dbTest("that somebody leaves while more of it is made is no fault of the service", async () => {
    const { app, lines } = await testApp();
    // Some of them leave while the end is made.
    for (let ticks = 0; ticks < 40; ticks += 1) {
      const response = await app.request(
        `/api/download/camps.geojson?datetime=2014-05-${10 + (ticks % 20)}`,
      );
      const reader = response.body?.getReader();
      await reader?.read();
      const more = reader?.read();
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      await reader?.cancel();
      await more;
    }
    // What was being made is made.
    await (await app.request("/api/download/package.zip")).arrayBuffer();
    expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it("of any length and place is what slicing says", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.option(fc.nat(60)), fc.option(fc.nat(60)), (size, first, last) => {
        const range = parseRange(`bytes=${first ?? ""}-${last ?? ""}`, size);
        const all = Array.from({ length: size }, (_, index) => index);
        if (first === null && last === null) return range === undefined;
        if (first !== null && last !== null && last < first) return range === undefined;
        const wanted =
          first === null
            ? all.slice(Math.max(0, size - (last ?? 0)))
            : all.filter((index) => index >= first && index <= (last ?? size));
        if (wanted.length === 0) return range === "none";
        return (
          typeof range === "object" && all.slice(range.from, range.until).join() === wanted.join()
        );
      }),
    );
  });
});

describe("whole files", () => {
  const yes = async () => true;
  async function* bytes(text: string, times = 1) {
    for (let time = 0; time < times; time += 1) yield Buffer.from(text);
  }
  const read = async (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

  it("are made once for all who ask at the same time", async () => {
    const files = new WholeFiles(1000);
    let made = 0;
    const make = () => {
      made += 1;
      return bytes("abc", 3);
    };
    const all = await Promise.all([1, 2, 3].map(() => files.made("a", make, yes)));
    expect(made).toBe(1);
    expect(await Promise.all(all.map((file) => read(file?.read() as never)))).toEqual(
      Array(3).fill("abcabcabc"),
    );
    expect(await read(all[0]?.read(2, 5) as never)).toBe("cab");
  });

  it("go by size, the longest unread first, and not under those who read them", async () => {
    const files = new WholeFiles(100, 40);
    const reading = (await files.made("a", () => bytes("a".repeat(40)), yes))?.read();
    for (const tag of ["b", "c", "d"]) await files.made(tag, () => bytes(tag.repeat(40)), yes);
    expect(files.get("a")).toBeUndefined();
    expect(files.get("d")?.size).toBe(40);
    expect(await read(reading as never)).toBe("a".repeat(40));
  });

  it("are not kept when too large, broken off, failed, or of a version that is gone", async () => {
    const files = new WholeFiles(100, 40);
    expect(await files.made("large", () => bytes("x".repeat(30), 2), yes)).toBeUndefined();
    expect(files.isTooLarge("large")).toBe(true);
    let text = "";
    for await (const part of files.caching("large", bytes("x".repeat(30), 2), yes)) text += part;
    expect(text.length).toBe(60);
    for await (const _ of files.caching("broken", bytes("x", 5), yes)) break;
    expect(files.get("broken")).toBeUndefined();
    async function* failing() {
      yield Buffer.from("x");
      throw new Error("the database is away");
    }
    await expect(files.made("failing", failing, yes)).rejects.toThrow("away");
    expect(await read((await files.made("failing", () => bytes("y"), yes))?.read() as never)).toBe(
      "y",
    );
    const no = async () => false;
    await expect(files.made("old", () => bytes("x"), no)).rejects.toThrow("replaced");
    await expect(files.madeInTurn("old", () => bytes("x"), no)).rejects.toThrow("replaced");
    expect(files.get("old")).toBeUndefined();
  });

  it("that are whole in memory are made one at a time, and refused where many wait", async () => {
    const files = new WholeFiles(1000);
    let [atWork, most] = [0, 0];
    async function* careful() {
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise((resolve) => setImmediate(resolve));
      yield Buffer.from("abc");
      atWork -= 1;
    }
    const ask = (tag: number) =>
      files.madeInTurn(`file ${tag}`, careful, yes).then(
        ({ size }) => size,
        (error: Error) => error.name,
      );
    const answers = await Promise.all(Array.from({ length: 50 }, (_, tag) => ask(tag)));
    expect(most).toBe(1);
    const refused = answers.filter((answer) => answer === "Busy").length;
    expect(answers.filter((answer) => answer === 3).length).toBe(50 - refused);
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(40);
    // What is there already waits for nobody.
    const again = await Promise.all(Array.from({ length: 50 }, () => ask(0)));
    expect(new Set(again)).toEqual(new Set([3]));
  });

  it("that are whole in memory may be as large as all that is cached, and no larger", async () => {
    const files = new WholeFiles(100, 40);
    expect((await files.madeInTurn("large", () => bytes("x".repeat(90)), yes)).size).toBe(90);
    const tooLarge = () => bytes("x".repeat(60), 2);
    await expect(files.madeInTurn("larger", tooLarge, yes)).rejects.toThrow(FileTooLarge);
  });

  it("are refused where many are made and sent, however slowly they are read", async () => {
    const files = new WholeFiles(1000);
    const begun = Array.from({ length: 40 }, (_, tag) =>
      files.caching(`file ${tag}`, bytes("abc", 2), yes),
    );
    for (const one of begun) await one.next();
    const refused = files.caching("another", bytes("abc"), yes);
    await expect(refused.next()).rejects.toThrow("40 files");
    for (const one of begun) await one.return(undefined);
    expect((await files.made("another", () => bytes("abc"), yes))?.size).toBe(3);
  });

  it("leave no name on the disk", async () => {
    const { readdirSync } = await import("node:fs");
    const { tmpdir } = await import("node:os");
    const files = new WholeFiles(1000);
    await files.made("a", () => bytes("abc"), yes);
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith(`rocade-${process.pid}`)),
    ).toEqual([]);
  });
});
