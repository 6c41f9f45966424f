import { describe, expect, it } from "vitest";
import { addReading, bytesPerSecond, timeLeftMs, type Reading } from "./download-rate";

const after = (...readings: Reading[]): readonly Reading[] =>
  readings.reduce<readonly Reading[]>(addReading, []);

describe("how fast a download goes", () => {
  it("says nothing before two readings a second apart", () => {
    expect(bytesPerSecond(after({ at: 0, bytes: 5 }))).toBeNull();
    expect(bytesPerSecond(after({ at: 0, bytes: 5 }, { at: 900, bytes: 10 }))).toBeNull();
    expect(timeLeftMs([], 100)).toBeNull();
  });

  it("measures over the window and tells what is left", () => {
    const readings = after({ at: 0, bytes: 100 }, { at: 1_000, bytes: 300 }, { at: 2_000, bytes: 500 });
    expect(bytesPerSecond(readings)).toBe(200);
    expect(timeLeftMs(readings, 1_500)).toBe(5_000);
  });

  it("forgets the fast start of a download that has stalled", () => {
    const readings = after({ at: 0, bytes: 0 }, { at: 5_000, bytes: 900 }, { at: 30_000, bytes: 900 });
    expect(readings).toHaveLength(1);
    expect(bytesPerSecond(addReading(readings, { at: 32_000, bytes: 900 }))).toBe(0);
    expect(timeLeftMs(addReading(readings, { at: 32_000, bytes: 900 }), 1_000)).toBeNull();
  });

  it("starts over when the download does, and takes no reading twice", () => {
    const readings = after({ at: 0, bytes: 900 }, { at: 1_000, bytes: 10 });
    expect(readings).toEqual([{ at: 1_000, bytes: 10 }]);
    expect(addReading(readings, { at: 1_000, bytes: 10 })).toBe(readings);
  });
});
