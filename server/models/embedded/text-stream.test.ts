import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTextStream } from "./text-stream";

/** Tokens of these tests are single bytes, so that characters spread over tokens. */
const bytes = (text: string): number[] => [...Buffer.from(text)];
const decode = (tokens: readonly number[]): string => Buffer.from(tokens).toString();

function run(text: string, stop: readonly string[] = []) {
  const stream = createTextStream(stop, [], decode);
  for (const token of bytes(text)) {
    const ended = stream.push(token);
    if (ended !== null) return { text: stream.text(), ended };
  }
  return { text: stream.text(), ended: null };
}

describe("createTextStream", () => {
  it("gives back any well-formed text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(run(text)).toEqual({ text, ended: null });
      }),
    );
  });

  it("ends before the first stop text, whatever the tokens", () => {
    expect(run("Step 1: 2 €\n\nStep 2: 3", ["\nStep 2", "never"])).toEqual({
      text: "Step 1: 2 €\n",
      ended: "stop-text",
    });
    expect(run("abab", ["ba", "ab"])).toEqual({ text: "", ended: "stop-text" });
    expect(run("no stop here", [""])).toEqual({ text: "no stop here", ended: null });
  });

  it("ends where the whole text would have been cut", () => {
    const part = fc.string({ unit: fc.constantFrom("a", "b", "é"), maxLength: 30 });
    fc.assert(
      fc.property(
        part,
        fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 3 }),
        (text, stop) => {
          const at = text.indexOf(stop);
          expect(run(text, [stop]).text).toBe(at < 0 ? text : text.slice(0, at));
        },
      ),
    );
  });

  it("replaces a character that is never finished", () => {
    const stream = createTextStream([], [], decode);
    for (const token of [0x61, 0xe2, 0x82]) stream.push(token);
    expect(stream.text()).toBe("a\uFFFD");
  });

  it("does not hold broken bytes back for ever", () => {
    const stream = createTextStream([], [], decode);
    const ended = Array.from({ length: 900 }, () => stream.push(0xff));
    expect(ended).toContain("runaway");
  });

  it("ends a text that runs away", () => {
    expect(run("(".repeat(10_000)).ended).toBe("runaway");
    expect(run("(".repeat(10_000)).text.length).toBeLessThan(400);
  });
});
