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
  problemCount: 6,
  config: {
    rootSamples: 5,
    rolloutsPerPrefix: 4,
    wrongChains: 1,
    maxTokens: 320,
    correctionSamples: 4,
    correctionRounds: 1,
    smallModelSamples: 6,
  },
};

/** Problems looked at for each one taken. */
const LOOKED_AT = 8;

/** Launches a small run on short problems of the set, other ones each time. */
export function launchDemo(context: DemoContext, problemSetId: string): RunView {
  const seed = Math.floor(context.clock.now() / 1000) % 1_000_000;
  const launch = launchRunSchema.parse({
    ...DEMO,
    name: "Demo",
    policyModelId: POLICY_ID,
    smallModelId: SMALL_ID,
    problemSetId,
    seed,
  });
  return launchRun(context, launch, shortProblems(context, problemSetId, seed));
}

/** Those with the shortest reference solutions of a random handful: they take few tokens and fill all three stages. */
function shortProblems({ db }: DemoContext, setId: string, seed: number): string[] {
  const rows = db
    .select({ id: problems.id, statement: problems.statement, solution: problems.solution })
    .from(problems)
    .where(eq(problems.setId, setId))
    .all();
  return shuffled(rows, seededRng(`demo/${seed}`))
    .slice(0, DEMO.problemCount * LOOKED_AT)
    .map(({ id, statement, solution }) => ({ id, length: (solution ?? statement).length }))
    .toSorted((a, b) => a.length - b.length)
    .slice(0, DEMO.problemCount)
    .map(({ id }) => id);
}
