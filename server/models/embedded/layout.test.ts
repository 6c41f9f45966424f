import { expect, it } from "vitest";
import type { EmbeddedLayout, TriedLayout } from "./calibration.schema";
import { bestLayout, defaultLayout, nextLayout } from "./layout";

it.each([
  [1, false, { contexts: 1, threadsPerContext: 1, sequencesPerContext: 16 }],
  [2, false, { contexts: 2, threadsPerContext: 1, sequencesPerContext: 16 }],
  [16, false, { contexts: 8, threadsPerContext: 2, sequencesPerContext: 16 }],
  [16, true, { contexts: 1, sequencesPerContext: 32 }],
])("fits %i cores, GPU %s", (cores, gpu, expected) => {
  expect(defaultLayout({ cores, gpu })).toMatchObject(expected);
});

it("takes what it is told", () => {
  const wanted = { contexts: 3, sequencesPerContext: 2, contextTokens: 1024 };
  expect(defaultLayout({ cores: 8, gpu: false }, wanted)).toEqual({ ...wanted, threadsPerContext: 2 });
});

/** Measures with `speed` until nothing more is to be tried. */
function measureAll(cores: number, gpu: boolean, speed: (layout: EmbeddedLayout) => number): TriedLayout[] {
  const tried: TriedLayout[] = [];
  for (;;) {
    const layout = nextLayout({ cores, gpu }, 2048, tried);
    if (layout === null) return tried;
    tried.push({ layout, tokensPerSecond: speed(layout) });
    if (tried.length > 20) throw new Error("It does not end.");
  }
}

const short = ({ layout: l }: TriedLayout) => `${l.contexts}x${l.threadsPerContext}x${l.sequencesPerContext}`;

interface Case {
  readonly name: string;
  readonly cores: number;
  readonly gpu: boolean;
  readonly speed: (layout: EmbeddedLayout) => number;
  readonly order: readonly string[];
  readonly best: string;
}

it.each<Case>([
  {
    name: "more sequences while they gain",
    cores: 2,
    gpu: false,
    speed: (l) => l.contexts * l.sequencesPerContext,
    order: ["2x1x16", "2x1x32"],
    best: "2x1x32",
  },
  {
    name: "fewer sequences while they gain",
    cores: 2,
    gpu: false,
    speed: (l) => l.contexts * 100 - l.sequencesPerContext,
    order: ["2x1x16", "2x1x32", "2x1x8", "2x1x4"],
    best: "2x1x4",
  },
  {
    name: "no more sequences than memory is likely to hold",
    cores: 16,
    gpu: false,
    speed: (l) => l.sequencesPerContext,
    order: ["8x2x16", "8x2x8"],
    best: "8x2x16",
  },
  {
    name: "the neighbours on one core",
    cores: 1,
    gpu: false,
    speed: () => 5,
    order: ["1x1x16", "1x1x32", "1x1x8"],
    best: "1x1x8",
  },
  {
    name: "one context on a GPU",
    cores: 8,
    gpu: true,
    speed: (l) => Math.min(l.sequencesPerContext, 128),
    order: ["1x8x32", "1x8x64", "1x8x128", "1x8x256"],
    best: "1x8x128",
  },
])("measures $name", ({ cores, gpu, speed, order, best }) => {
  const tried = measureAll(cores, gpu, speed);
  expect(tried.map(short)).toEqual(order);
  const chosen = bestLayout(tried);
  expect(chosen === null ? null : short(chosen)).toBe(best);
});

it("knows no best where nothing fitted into memory, and tries no larger ones then", () => {
  const tried = measureAll(2, false, () => 0);
  expect(tried.map(short)).toEqual(["2x1x16"]);
  expect(bestLayout(tried)).toBeNull();
});

it("prefers fewer sequences where more gain next to nothing", () => {
  const layout = defaultLayout({ cores: 2, gpu: false });
  const tried = [
    { layout, tokensPerSecond: 98 },
    { layout: { ...layout, sequencesPerContext: 32 }, tokensPerSecond: 100 },
    { layout: { ...layout, sequencesPerContext: 8 }, tokensPerSecond: 90 },
  ];
  expect(bestLayout(tried)).toBe(tried[0]);
});
