import { firstAdministrator } from "@/server/accounts/local-administrator";
import { ensureChecked } from "@/server/problems/contamination/check.service";
import { decideMatches } from "@/server/problems/contamination/decide.service";
import { openMatches } from "@/server/problems/contamination/gate";
import type { DemoContext } from "./take-problems";

/** Leaves out, in the first administrator's name, what the set has in common with benchmarks: nothing else may bar the demo. */
export async function leaveOutOverlap(context: DemoContext, setId: string): Promise<void> {
  await ensureChecked(context, setId);
  const open = openMatches(context.db, setId);
  if (open.length === 0) return;
  decideMatches(
    context,
    { setId, matchIds: null, decision: "leave-out", reason: "Left out by npm run demo." },
    firstAdministrator(context),
  );
  console.log(`Problems that are like one of a benchmark are left out (${String(open.length)} matches).`);
}
