import type { LaunchRun } from "../runs.schema";
import { searchesAlike, total, type MeasuredRun, type MeasuredSpeed } from "./measured-run";

/** What an estimate stands on, in plain words. */
export function basisWords(launch: LaunchRun, runs: readonly MeasuredRun[], speed: MeasuredSpeed): string {
  const rate =
    speed === null ? "no speed was measured yet" : `${speed.toFixed(1)} tokens a second as measured`;
  if (runs.length === 0) return `Rough: this policy has no earlier run, so lengths are guessed; ${rate}.`;
  const own = runs.every((run) => run.launch.problemSetId === launch.problemSetId);
  const alike = runs.some((run) => searchesAlike(run.launch, launch));
  const where = own ? "of this set" : "also of other sets";
  const calls = alike
    ? "lengths, buckets and calls"
    : "lengths and buckets, but not the calls of this search,";
  const problems = total(runs);
  return (
    `${calls[0]?.toUpperCase() ?? ""}${calls.slice(1)} as measured on ${problems} ` +
    `${problems === 1 ? "problem" : "problems"} ${where} in ${runs.length} earlier ` +
    `${runs.length === 1 ? "run" : "runs"} of this policy; ${rate}.`
  );
}
