import { formatCount, formatInteger } from "@/components/ui/format";
import type { RunComparison } from "@/server/runs/compare-runs.service";
import type { RunView } from "@/server/runs/run-view";
import { isOver } from "../run-status";

const versionNames: Readonly<Record<string, string>> = {
  graderVersion: "another version of the grader: what is right in one may be wrong in the other",
  promptVersion: "other prompts",
};

interface Side {
  readonly run: Pick<RunView, "name" | "kind" | "status" | "problemCount" | "policyModelId">;
}

/** What of a comparison the caveats look at. */
export interface Comparable extends Pick<RunComparison, "versions" | "sharedProblems"> {
  readonly a: Side;
  readonly b: Side;
}

/** What of two runs cannot be compared, in plain sentences; none where all can. */
export function caveats({ a, b, versions, sharedProblems }: Comparable): string[] {
  const found: string[] = [];
  for (const { path } of versions) {
    found.push(`They were made with ${versionNames[path] ?? path}.`);
  }
  if (sharedProblems < a.run.problemCount || sharedProblems < b.run.problemCount) {
    found.push(
      sharedProblems === 0
        ? "They share no problem: every difference may lie in the problems."
        : `They share ${formatCount(sharedProblems, "problem")} of ${formatInteger(a.run.problemCount)} and ${formatInteger(b.run.problemCount)}: part of the difference may lie in the others.`,
    );
  }
  if (a.run.policyModelId !== b.run.policyModelId) {
    found.push("The policies differ: tokens of one are not tokens of the other.");
  }
  if (a.run.kind === "rejection-sampling" || b.run.kind === "rejection-sampling") {
    found.push("Rejection sampling makes no pairs: its yield is verified solutions.");
  }
  for (const { run } of [a, b]) {
    if (!isOver(run.status)) found.push(`${run.name} is ${run.status}: its figures still grow.`);
    else if (run.status === "cancelled") found.push(`${run.name} was cancelled before its end.`);
  }
  return found;
}
