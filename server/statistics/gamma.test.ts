import { describe, expect, it } from "vitest";
import { seededRng } from "@/server/foundation/rng";
import { gamma, normals } from "./gamma";

const DRAWS = 40_000;

function moments(draw: () => number): { readonly mean: number; readonly variance: number } {
  const drawn = Array.from({ length: DRAWS }, draw);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / DRAWS;
  return { mean, variance: drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS };
}

describe("seeded draws", () => {
  it("are normal with mean 0 and variance 1", () => {
    const { mean, variance } = moments(normals(seededRng("normal")));
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });

  it.each([1, 2, 7, 500])("are gamma with mean and variance %d", (shape) => {
    const rng = seededRng("gamma");
    const normal = normals(rng);
    const { mean, variance } = moments(() => gamma(shape, normal, rng));
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.02);
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.05);
  });
});
