import type { Clock } from "@/server/foundation/clock";
import { EngineError, type Engine, type Likelihood } from "./engine";

const PATIENCE_MS = 60_000;

export interface TestSample {
  readonly text: string;
  readonly tokens: number;
  readonly durationMs: number;
}

/** A step of the worked example, whether it follows, and the value that the model gave it. */
export interface TestStep {
  readonly text: string;
  readonly right: boolean;
  readonly value: number;
}

interface TestLikelihood extends Likelihood {
  readonly text: string;
}

interface TestLabel {
  readonly label: string;
  readonly means: string;
  readonly probability: number;
}

/** What a model answered to the questions of a test; null where it was not asked or cannot tell. */
export interface TestAnswers {
  readonly sample: TestSample | null;
  readonly steps: { readonly statement: string; readonly path: readonly TestStep[] } | null;
  /** How likely it finds a right and a wrong sum. */
  readonly likelihoods: readonly TestLikelihood[] | null;
  /** Its verdict on the right one. */
  readonly labels: readonly TestLabel[] | null;
  /** What it should have been able to tell, and why it did not. */
  readonly failures: readonly string[];
}

export const NO_ANSWERS: TestAnswers = {
  sample: null,
  steps: null,
  likelihoods: null,
  labels: null,
  failures: [],
};

/** Asks a model that writes: a short answer, and what it can say of given texts. @throws EngineError of the answer */
export async function askWriter(engine: Engine, clock: Clock): Promise<TestAnswers> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const sample = await askSample(engine, { clock, signal });
  const failures: string[] = [];
  const noted = async <T>(what: string, asking: Promise<T>): Promise<T | null> =>
    asking.catch((error: unknown) => {
      if (!(error instanceof EngineError)) throw error;
      failures.push(`${what}: ${error.message}`);
      return null;
    });
  const likelihoods = await noted("Likelihood of a text", askLikelihoods(engine, signal));
  const labels = await noted("Label probabilities", askLabels(engine, signal));
  return { ...NO_ANSWERS, sample, likelihoods, labels, failures };
}

async function askSample(
  engine: Engine,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<TestSample | null> {
  const started = clock.now();
  const { generations } = await engine.generate(
    {
      key: "test",
      messages: [{ role: "user", content: "What is 2 + 3? Answer in one short sentence." }],
      prefix: "",
      n: 1,
      sampling: { temperature: 0.8, topP: 0.95, maxTokens: 32, stop: [] },
    },
    signal,
  );
  const [first] = generations;
  return first === undefined
    ? null
    : { text: first.text, tokens: first.tokens, durationMs: clock.now() - started };
}

async function askLikelihoods(engine: Engine, signal: AbortSignal): Promise<TestLikelihood[] | null> {
  if (engine.likelihood === undefined) return null;
  const messages = [{ role: "user", content: "What is 2 + 3?" }] as const;
  const found: TestLikelihood[] = [];
  for (const text of ["2 + 3 = 5", "2 + 3 = 9"])
    found.push({ text, ...(await engine.likelihood({ messages, prefix: "", text }, signal)) });
  return found;
}

async function askLabels(engine: Engine, signal: AbortSignal): Promise<TestLabel[] | null> {
  if (engine.labelProbabilities === undefined) return null;
  const content =
    "A student writes: 2 + 3 = 5. Is this (A) incorrect or (B) correct? Answer with the letter alone.";
  const labels = ["A", "B"];
  const request = { messages: [{ role: "user" as const, content }], prefix: "", labels };
  const shares = await engine.labelProbabilities(request, signal);
  return labels.map((label, index) => ({
    label,
    means: label === "A" ? "incorrect" : "correct",
    probability: shares[index] ?? 0,
  }));
}

const STATEMENT = "Ada has 3 boxes with 4 apples in each. She eats 2 apples. How many are left?";
const PATH = [
  { text: "Step 1: She has 3 boxes of 4 apples, so $3 \\times 4 = 12$ apples.", right: true },
  { text: "Step 2: She eats 2 of them, so $12 - 2 = 8$ apples are left.", right: false },
  { text: "Step 3: The answer is $\\boxed{8}$.", right: false },
] as const;

/** Has a process reward model score a solution whose second step is wrong. @throws EngineError */
export async function askScorer(engine: Engine): Promise<TestAnswers> {
  const request = { statement: STATEMENT, steps: PATH.map(({ text }) => text) };
  const [values = []] = (await engine.scoreSteps?.([request], AbortSignal.timeout(PATIENCE_MS))) ?? [];
  const path = PATH.map((step, index) => ({ ...step, value: values[index] ?? 0 }));
  return { ...NO_ANSWERS, steps: { statement: STATEMENT, path } };
}
