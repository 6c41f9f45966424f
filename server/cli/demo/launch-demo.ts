import { eq } from "drizzle-orm";
import { problems } from "@/db/schema";
import { seededRng, shuffled } from "@/server/foundation/rng";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { launchRun } from "@/server/runs/runs.service";
import type { RunView } from "@/server/runs/run-view";
import { POLICY_ID, SMALL_ID } from "./fetch-models";
import type { DemoContext } from "./take-problems";

/** Few problems and short searches: on two cores the first pairs come within two minutes, the end within six. */
const DEMO = {
  problemCount: 8,
  config: {
    rootSamples: 6,
    rolloutsPerPrefix: 4,
    finalLabelRollouts: 6,
    wrongChains: 1,
    maxTokens: 320,
    correctionSamples: 4,
    correctionRounds: 1,
    resamplingControl: false,
    smallModelSamples: 6,
  },
};

/**
 * Lines of the reference solutions of the problems taken. Measured on GSM8K: of 16 such problems the default
 * policy solved some of four samples, but not all, in 10, and that is what stage 1 needs.
 */
const SOLUTION_LINES = 2;

/** Launches a small run on short problems of the set, other ones each time. */
export function launchDemo(context: DemoContext, problemSetId: string): RunView {
  const seed = Math.floor(context.clock.now() / 1000) % 1_000_000;
  const chosen = shortProblems(context, problemSetId, seed);
  const launch = launchRunSchema.parse({
    ...DEMO,
    name: "Demo",
    policyModelId: POLICY_ID,
    smallModelId: SMALL_ID,
    problemSetId,
    seed,
  });
  return launchRun(context, launch, chosen);
}

function shortProblems({ db }: DemoContext, setId: string, seed: number): string[] {
  const rows = db
    .select({ id: problems.id, solution: problems.solution })
    .from(problems)
    .where(eq(problems.setId, setId))
    .all();
  return shuffled(rows, seededRng(`demo/${seed}`))
    .filter(({ solution }) => solutionLines(solution) === SOLUTION_LINES)
    .slice(0, DEMO.problemCount)
    .map(({ id }) => id);
}

/** Lines of a reference solution without GSM8K's closing `#### answer`. */
function solutionLines(solution: string | null): number {
  return (solution ?? "").split("\n").filter((line) => line.trim() !== "" && !line.startsWith("####")).length;
}
