/**
 * `npx tsx server/cli/dump-verdicts.ts`: every graded solution of the data folder, one JSON object a line, for
 * `server/math/compare-math-verify.py`. What that prints are the disagreements on real model output.
 */
import { eq } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { chains, problems } from "@/db/schema";
import { readEnv } from "@/server/foundation/env";

const { db } = openDatabase(readEnv().databaseFile);
const rows = db
  .select({ reference: problems.answer, steps: chains.steps, verdict: chains.verdict })
  .from(chains)
  .innerJoin(problems, eq(problems.id, chains.problemId))
  .all();
for (const { reference, steps, verdict } of rows) {
  const ours = verdict === "correct";
  console.log(
    JSON.stringify({ group: "EXTRACTIONS", reference, candidate: steps.join(""), expected: ours, ours }),
  );
}
