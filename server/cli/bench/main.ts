/**
 * `npm run bench`: prints what this machine does. Figures are for people to read; no test depends on them.
 *
 *     npm run bench                          all but the replay of a million calls
 *     npm run bench -- dispatcher [--json]   an engine flat out, under a run, and in lock-step
 *     npm run bench -- in-flight             the event loop with 2,000 problems in flight
 *     npm run bench -- replay [calls]        a run comes back from its journal (1,000,000 calls)
 *     npm run bench -- review [items]        lists, queue and 50 annotators at once (100,000 items)
 *     npm run bench -- leaderboard [models] [--home FOLDER]
 *                                            the leaderboard (200 models, five benchmarks); with a folder, it is filled to be looked at
 *     npm run bench -- grader
 */
import os from "node:os";
import { parseArgs } from "node:util";
import { errorMessage } from "@/server/foundation/errors";
import { benchGrader } from "@/server/math/bench";
import { benchDouble, benchEmbedded } from "./dispatcher";
import { benchInFlight } from "./in-flight";
import { benchLeaderboard } from "./leaderboard";
import { benchReplay } from "./replay";
import { benchReview } from "./review";
import type { SchedulerFigures } from "./schedulers";
import type { Spread } from "./spread";

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false }, home: { type: "string" } },
  allowPositionals: true,
});
const [only, count] = positionals;

const benches: Readonly<Record<string, () => Promise<void>>> = {
  grader: () => Promise.resolve(printGrader()),
  replay: () => printReplay(Number(count ?? 1_000_000)),
  "in-flight": () => printInFlight(Number(count ?? 2_000)),
  review: () => printReview(Number(count ?? 100_000)),
  leaderboard: () => Promise.resolve(printLeaderboard(Number(count ?? 200))),
  dispatcher: printDispatcher,
};

console.log(
  `${os.cpus()[0]?.model ?? "unknown processor"}, ${os.availableParallelism()} cores, Node ${process.version}\n`,
);
if (only === undefined) {
  printGrader();
  await printReplay(20_000);
  await printInFlight(2_000);
  await printReview(20_000);
  printLeaderboard(50);
  await printDispatcher();
} else {
  const bench = benches[only];
  if (bench === undefined) {
    console.error(`There is no bench "${only}". Choose one of ${Object.keys(benches).join(", ")}.`);
    process.exitCode = 1;
  } else await bench();
}

function printGrader(): void {
  const { answersPerSecond, slowestMilliseconds } = benchGrader();
  console.log(
    `grader      ${answersPerSecond} answers a second on one core, slowest ${slowestMilliseconds.toFixed(1)} ms`,
  );
}

async function printReplay(wanted: number): Promise<void> {
  const { calls, problems, seconds, peakMegabytes, startMegabytes } = await benchReplay(wanted);
  console.log(
    `replay      ${calls} recorded calls of ${problems} problems in ${seconds.toFixed(1)} s: ` +
      `${Math.round(calls / seconds)} calls a second, ${Math.round(peakMegabytes)} MB at most ` +
      `(${Math.round(startMegabytes)} MB before)`,
  );
}

async function printInFlight(problems: number): Promise<void> {
  const { calls, seconds, delayP50, delayP99, delayMax, megabytes } = await benchInFlight(problems);
  console.log(
    `in-flight   ${problems} problems, ${calls} calls recorded in ${seconds.toFixed(0)} s: event loop late by ` +
      `${delayP50.toFixed(1)} ms (p50), ${delayP99.toFixed(1)} ms (p99), ${delayMax.toFixed(0)} ms (most), ` +
      `${Math.round(megabytes)} MB at most`,
  );
}

function line(name: string, { p50, p95 }: Spread, more = ""): void {
  console.log(`  ${name.padEnd(18)}${p50.toFixed(1).padStart(8)}${p95.toFixed(1).padStart(8)}   ${more}`);
}

async function printReview(wanted: number): Promise<void> {
  const { items, fillSeconds, lists, facets, next, idleSync, crowds } = await benchReview(wanted);
  console.log(
    `review      ${items} items, filled in ${fillSeconds.toFixed(0)} s; milliseconds, p50 and p95, of a page of the list ` +
      "over three sorts and its first, middle and last page",
  );
  for (const { name, total, spread } of lists) line(name, spread, `${total} found`);
  line("filter bar", facets);
  line("next item", next, "leased and read, under each filter");
  line("idle look", idleSync, "of the worker for new items");
  for (const { overlap, decisions, seconds, decideAndNext } of crowds) {
    line(
      "decide and next",
      decideAndNext,
      `50 annotators in 4 processes, overlap ${overlap}: ${decisions} decisions in ${seconds.toFixed(0)} s, ` +
        "no item held twice, no decision lost",
    );
  }
}

function printLeaderboard(wanted: number): void {
  const { models, evaluations, fillSeconds, queries, kilobytes } = benchLeaderboard(wanted, values.home);
  console.log(
    `leaderboard ${models} models, ${evaluations} evaluations, filled in ${fillSeconds.toFixed(0)} s; milliseconds, p50 and p95, ` +
      `of the query behind the page, which gives it ${Math.round(kilobytes)} KB`,
  );
  for (const { name, spread } of queries) line(name, spread);
}

async function printDispatcher(): Promise<void> {
  console.log("dispatcher  generated tokens a second: flat out, under a SPHERE run, in lock-step");
  const double = await benchDouble();
  printSchedulers("double", double);
  const embedded = await benchEmbedded().catch((error: unknown) => {
    console.log(`  embedded  was not measured: ${errorMessage(error)}`);
    process.exitCode = 1;
    return null;
  });
  if (embedded !== null) printSchedulers("embedded", embedded);
  if (values.json) console.log(JSON.stringify({ double, embedded }));
}

function printSchedulers(engine: string, { saturated, run, lockstep }: SchedulerFigures): void {
  console.log(
    `  ${engine.padEnd(10)}${[saturated, run, lockstep].map((rate) => rate.toFixed(0).padStart(8)).join("")}` +
      `   run is ${(run / saturated).toFixed(2)} of flat out, ${(run / lockstep).toFixed(2)} of lock-step`,
  );
}
