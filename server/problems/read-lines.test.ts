import { array, assert, asyncProperty, integer, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines, type FileLine } from "./read-lines";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 7, maxBytes?: number): Promise<FileLine[]> {
  const lines: FileLine[] = [];
  for await (const line of readLines(inPieces(bytes, size), maxBytes)) lines.push(line);
  return lines;
}

describe("readLines", () => {
  it("counts lines from 1, skips blank ones, and takes both line endings and a byte order mark", async () => {
    expect(await read(Buffer.from("\uFEFFone\r\n\n  \ntwo\nthree"))).toEqual([
      { line: 1, text: "one" },
      { line: 4, text: "two" },
      { line: 5, text: "three" },
    ]);
  });

  it("names invalid UTF-8 and goes on", async () => {
    const bytes = Buffer.concat([
      Buffer.from("good\n"),
      Buffer.from([0x22, 0xff, 0xfe, 0x0a]),
      Buffer.from("é"),
    ]);
    const [first, second, third] = await read(bytes, 3);
    expect(first).toEqual({ line: 1, text: "good" });
    expect(second).toMatchObject({ line: 2, reason: expect.stringContaining("not valid UTF-8") });
    expect(third).toEqual({ line: 3, text: "é" });
  });

  it("refuses a line over the limit, with its size, and goes on", async () => {
    const lines = await read(Buffer.from(`${"x".repeat(50)}\nshort`), 8, 20);
    expect(lines).toEqual([
      { line: 1, reason: "The line has 50 bytes; at most 20 are read." },
      { line: 2, text: "short" },
    ]);
  });

  it("reads the same lines however the bytes are cut", async () => {
    const text = array(string({ unit: "binary" }).map((part) => part.replaceAll(/[\r\n\uFEFF]/g, "")));
    await assert(
      asyncProperty(text, integer({ min: 1, max: 40 }), async (parts, size) => {
        const whole = Buffer.from(parts.join("\n"));
        const expected = whole
          .toString("utf8")
          .split("\n")
          .map((part, index) => ({ line: index + 1, text: part.trim() }))
          .filter((part) => part.text !== "");
        expect(await read(whole, size)).toEqual(expected);
      }),
    );
  });
});
