import type { FinishReason, Sample, SampleRef } from "../io";
import { solveMessages } from "../prompts";
import type { OpenStage } from "../stage";
import { askAll, type Question } from "./ask-all";
import { readStep } from "./read-step";
import { stepStops, type StepStops } from "./stop-texts";

/** Times that a step which is not whole is asked to go on (method: stop lists). */
const MAX_CONTINUATIONS = 3;

export interface ProposedStep {
  /** Text that follows the path; blank where the model wrote nothing. */
  readonly step: string;
  /** The sample that wrote its end. */
  readonly sample: SampleRef;
  readonly tokens: number;
  /** Mean natural-log probability a token over its samples; null where the engine does not say. */
  readonly meanLogprob: number | null;
  /** How generation ended where the solution ends with this step; null where another step would follow. */
  readonly finish: FinishReason | null;
  /** False where mathematics is still open after the last continuation. */
  readonly parses: boolean;
}

interface StartOfStep {
  readonly steps: readonly string[];
  readonly text: string;
  readonly tokens: number;
}

interface Draft {
  readonly path: StartOfStep;
  readonly text: string;
  readonly atBoundary: boolean;
  readonly samples: readonly Sample[];
  readonly done: ProposedStep | null;
}

/**
 * E next steps for each path, one request a path (n = E): each ends where the next would begin, and one that is
 * not whole there is asked to go on, at most three times. Failed samples are missing.
 * @returns for each path its steps, in the order of its samples
 */
export async function proposeSteps(
  stage: OpenStage,
  paths: readonly StartOfStep[],
): Promise<ProposedStep[][]> {
  const first = await goOn(
    stage,
    paths.map((path) => ({ path, text: "", atBoundary: true, samples: [], done: null })),
    stage.config.candidates,
  );
  let drafts = first.flat();
  for (let round = 0; round < MAX_CONTINUATIONS && drafts.some(isOpen); round++) {
    const open = drafts.filter(isOpen);
    const longer = await goOn(stage, open, 1);
    const replaced = new Map(open.map((draft, index) => [draft, longer[index] ?? []]));
    drafts = drafts.flatMap((draft) => replaced.get(draft) ?? draft);
  }
  return paths.map((path) => drafts.filter((draft) => draft.path === path).map(finished));
}

const isOpen = ({ done }: Draft) => done === null;

/** Asks each draft for its next `n` texts. */
async function goOn(stage: OpenStage, drafts: readonly Draft[], n: number): Promise<Draft[][]> {
  const asked = drafts.map((draft) => {
    const stops = stepStops(draft.path.text + draft.text, draft.atBoundary);
    const left = stage.config.maxTokens - tokensOf(draft);
    return { draft, stops, left, question: questionOf(stage, draft, { n, stop: stops.stop, left }) };
  });
  const answers = await askAll(
    stage,
    asked.map(({ question }) => question),
  );
  return asked.map(({ draft, stops, left }, index) =>
    (answers[index] ?? []).map((sample) =>
      extended(draft, sample, { stops, spent: left <= stage.config.maxStepTokens }),
    ),
  );
}

function questionOf(
  { problem, config }: OpenStage,
  { path, text }: Draft,
  { n, stop, left }: { n: number; stop: readonly string[]; left: number },
): Question {
  return {
    purpose: "expand",
    role: "policy",
    messages: solveMessages(problem),
    prefix: path.text + text,
    depth: path.steps.length,
    n,
    sampling: {
      temperature: config.temperature,
      topP: config.topP,
      maxTokens: Math.max(1, Math.min(config.maxStepTokens, left)),
      stop,
    },
  };
}

function extended(
  draft: Draft,
  sample: Sample,
  { stops, spent }: { stops: StepStops; spent: boolean },
): Draft {
  const { path } = draft;
  const samples = [...draft.samples, sample];
  const text = draft.text + sample.text;
  const { finish } = sample;
  const read = readStep(path, { text, finish, separator: stops.separator, spent });
  if (read.kind === "open") return { ...draft, samples, text: read.text, atBoundary: read.atBoundary };
  const end = read.kind === "end" ? finish : null;
  return { ...draft, samples, text, done: proposal(samples, { step: read.step, finish: end, parses: true }) };
}

function finished({ samples, text, done }: Draft): ProposedStep {
  return done ?? proposal(samples, { step: text, finish: null, parses: false });
}

function proposal(
  samples: readonly Sample[],
  step: Pick<ProposedStep, "step" | "finish" | "parses">,
): ProposedStep {
  const last = samples.at(-1);
  if (last === undefined) throw new Error("A step was proposed by no sample.");
  const tokens = samples.reduce((sum, one) => sum + one.tokens, 0);
  return { ...step, sample: last.ref, tokens, meanLogprob: meanLogprob(samples) };
}

/** Mean over parts, weighted by their tokens; null as soon as one is unknown. */
export function meanLogprob(
  parts: readonly { readonly tokens: number; readonly meanLogprob: number | null }[],
): number | null {
  let [sum, tokens] = [0, 0];
  for (const part of parts) {
    if (part.meanLogprob === null) return null;
    sum += part.meanLogprob * part.tokens;
    tokens += part.tokens;
  }
  return tokens === 0 ? null : sum / tokens;
}

function tokensOf({ path, samples }: Draft): number {
  return samples.reduce((sum, { tokens }) => sum + tokens, path.tokens);
}
