import { expect, test } from "vitest";
import type { SphereConfig } from "./config";
import type { MeasureRequest, SampleRequest } from "./io";
import { brokenGrowth } from "./testing/broken-growth";
import { plantedPolicy } from "./testing/planted-policy";
import { runScripted } from "./testing/run-scripted";
import type { Script } from "./testing/scripted-io";

const ANSWER = "42";
const planted = plantedPolicy({ steps: 4, answer: ANSWER, rightStep: 1, smallRightStep: 0.5 });

/** Right as planted in stage 1; in stage 3 wrong now and then where `errs` says so, with this likelihood. */
const errsWhere =
  (errs: (request: SampleRequest) => boolean, meanLogprob: number | null = -0.9): Script =>
  (request, random) => {
    const isHere = request.stage === "diversity-induction" && errs(request);
    const drawn = planted({ ...request, role: isHere ? "small" : "policy" }, random);
    return drawn === null || typeof drawn === "string" ? drawn : { ...drawn, meanLogprob };
  };

interface Twist {
  readonly hasSmallModel?: boolean;
  readonly config?: Partial<SphereConfig>;
  readonly measure?: (request: MeasureRequest) => readonly number[] | null;
}

async function induce(script: Script, { hasSmallModel = false, config = {}, measure }: Twist = {}) {
  const options = { script, answer: ANSWER, ...(measure === undefined ? {} : { measure }) };
  const { io, outcomes } = await runScripted(options, config, { hasSmallModel });
  const [first, third] = outcomes;
  if (first === undefined || third?.stage !== "diversity-induction") throw new Error("no stage 3");
  const asked = io.requests.filter(({ stage }) => stage === "diversity-induction");
  const sources = asked.map(({ role, n, sampling, messages }) => {
    const last = messages.at(-1)?.content ?? "";
    const variant = ["backwards", "Define variables", "short solution"].find((words) => last.includes(words));
    return [role, n, sampling.temperature, messages.length > 1 ? "exemplar" : (variant ?? "plain")].join(" ");
  });
  return { io, first, third, sources };
}

const SMALL = "small 10 0.8 plain";
const HOT = ["policy 5 1 plain", "policy 5 1.2 plain"];
const VARIANTS = ["backwards", "Define variables", "short solution", "exemplar"].map(
  (variant) => `policy 5 1 ${variant}`,
);

test("the small model is asked 2E times and supplies the rejected side", async () => {
  const { first, third, sources } = await induce(planted, { hasSmallModel: true });
  expect(sources).toEqual([SMALL]);
  expect(third.pairs).toHaveLength(1);
  const [pair] = third.pairs;
  expect(third.chains.find(({ id }) => id === pair?.rejectedChainId)).toMatchObject({
    origin: "small-model",
  });
  expect(first.chains.find(({ id }) => id === pair?.chosenChainId)).toMatchObject({ role: "policy" });
});

test("its chains stand in the tree without counting as the policy's rollouts", async () => {
  const { first, third } = await induce(planted, { hasSmallModel: true });
  expect(third.nodes.find(({ depth }) => depth === 0)).toMatchObject({ visits: 8, wins: 8 });
  expect(third.nodes.some(({ step }) => step.includes("wrongly"))).toBe(true);
  expect(brokenGrowth(third, first.nodes)).toEqual([]);
  expect(third.growth.map(({ kind }) => kind)).toEqual(["mistakes"]);
});

const hasSmallModel = true;
test.each<{
  first: string;
  errs: (request: SampleRequest) => boolean;
  twist: Twist;
  sources: readonly string[];
}>([
  {
    first: "the small model",
    errs: ({ role }) => role === "small",
    twist: { hasSmallModel },
    sources: [SMALL],
  },
  {
    first: "the policy at 1.0, after a small model that errs in nothing",
    errs: ({ role }) => role === "policy",
    twist: { hasSmallModel },
    sources: [SMALL, ...HOT.slice(0, 1)],
  },
  { first: "the policy at 1.0", errs: () => true, twist: {}, sources: HOT.slice(0, 1) },
  { first: "the policy at 1.2", errs: ({ sampling }) => sampling.temperature > 1, twist: {}, sources: HOT },
  ...[0, 1, 2, 3].map((index) => ({
    first: `the prompt variant ${String(index + 1)}`,
    errs: ({ messages, sampling }: SampleRequest) => {
      const words = ["backwards", "Define variables", "short solution"][index];
      const isExemplar = messages.length > 1;
      return (
        sampling.temperature === 1 &&
        (words === undefined ? isExemplar : (messages[0]?.content.includes(words) ?? false))
      );
    },
    twist: {},
    sources: [...HOT, ...VARIANTS.slice(0, index + 1)],
  })),
  { first: "none", errs: () => false, twist: { hasSmallModel }, sources: [SMALL, ...HOT, ...VARIANTS] },
])("sources are asked in order until one gives a pair: $first", async ({ first, errs, twist, sources }) => {
  const done = await induce(errsWhere(errs), twist);
  expect(done.sources).toEqual(sources);
  expect(done.third.pairs).toHaveLength(first === "none" ? 0 : 1);
});

/** Errs at every temperature, and at 1.0 in words that the policy finds unlikely. */
const unlikelyAtOne: Script = (request, random) => {
  const drawn = errsWhere(() => true)(request, random);
  const isHot = request.stage === "diversity-induction" && request.sampling.temperature === 1;
  return drawn === null || typeof drawn === "string" || !isHot ? drawn : { ...drawn, meanLogprob: -9 };
};

test("a source whose wrong chains the guard drops gives way to the next", async () => {
  const { sources, third } = await induce(unlikelyAtOne);
  expect(sources).toEqual(HOT);
  expect(third.dropped).toHaveProperty("off-policy");
  expect(third.pairs).toHaveLength(1);
});

/** What the policy finds of a text, by whether it has an error. */
const likelihood =
  (right: number | null, wrong: number | null) =>
  (request: MeasureRequest): readonly number[] | null => {
    if (request.kind !== "likelihood") return null;
    const value = request.text.includes("wrongly") ? wrong : right;
    return value === null ? null : [value];
  };

test.each<{
  why: string;
  measure: ReturnType<typeof likelihood>;
  config?: Partial<SphereConfig>;
  kept: boolean;
}>([
  { why: "within the gap", measure: likelihood(-0.3, -1.2), kept: true },
  { why: "at the gap", measure: likelihood(-0.5, -1.5), kept: true },
  { why: "beyond the gap", measure: likelihood(-0.3, -1.5), kept: false },
  {
    why: "beyond a wider gap of the run's",
    measure: likelihood(-0.3, -1.5),
    config: { maxLogprobGap: 2 },
    kept: true,
  },
  { why: "an engine that cannot tell of the texts", measure: likelihood(-0.3, null), kept: true },
  { why: "an engine that cannot tell of the policy's own", measure: likelihood(null, -9), kept: true },
])(
  "the small model's texts are guarded by the policy's measured likelihood: $why",
  async ({ measure, config, kept }) => {
    const { third, io, sources } = await induce(planted, {
      hasSmallModel: true,
      measure,
      ...(config && { config }),
    });
    expect(third.pairs.some(({ stage }) => stage === "diversity-induction")).toBe(kept);
    expect(sources.length === 1).toBe(kept);
    expect(third.dropped["off-policy"] ?? 0).toBe(
      kept ? 0 : third.chains.filter(({ verdict }) => verdict === "incorrect").length,
    );
    const asked = io.measured.filter(({ kind }) => kind === "likelihood");
    const plain = io.requests[0]?.messages;
    expect(asked.length).toBeGreaterThan(0);
    expect(
      asked.every(
        (one) =>
          one.kind === "likelihood" &&
          one.prefix === "" &&
          JSON.stringify(one.messages) === JSON.stringify(plain),
      ),
    ).toBe(true);
  },
);

test("the measured likelihood decides over the one that a variant was drawn with", async () => {
  const drawnUnlikely = errsWhere(() => true, -9);
  const measured = await induce(drawnUnlikely, { measure: likelihood(-0.3, -0.5) });
  expect(measured.sources).toEqual(HOT.slice(0, 1));
  const likelyDrawn = errsWhere(() => true, -0.1);
  const unlikely = await induce(likelyDrawn, { measure: likelihood(-0.3, -5) });
  expect(unlikely.third.pairs).toEqual([]);
});

test("the report says how diverse what was drawn is", async () => {
  const { third } = await induce(planted, { hasSmallModel: true });
  expect(third.diversity).toMatchObject({ chains: 10 });
  expect(third.diversity?.answerEntropy).toBeGreaterThan(0);
});
