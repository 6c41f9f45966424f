/** `npm run bench`: prints what this machine does. Figures are for people to read; no test depends on them. */
import os from "node:os";
import { benchGrader } from "@/server/math/bench";
import { benchReplay } from "./replay";

console.log(
  `${os.cpus()[0]?.model ?? "unknown processor"}, ${os.availableParallelism()} cores, Node ${process.version}\n`,
);

const grader = benchGrader();
console.log(
  `grader   ${grader.answersPerSecond} answers a second on one core, slowest ${grader.slowestMilliseconds.toFixed(1)} ms`,
);

const replay = await benchReplay();
console.log(
  `replay   ${replay.calls} recorded calls of ${replay.problems} problems in ${replay.seconds.toFixed(1)} s: ` +
    `${Math.round(replay.calls / replay.seconds)} calls a second`,
);
