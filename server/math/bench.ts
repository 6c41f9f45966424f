import { NUMBERS } from "./cases/numbers";
import { EXPRESSIONS } from "./cases/expressions";
import { SETS } from "./cases/sets";
import { WORDS } from "./cases/words";
import { gradeResponse } from "./grade-response";

interface GraderBenchmark {
  readonly answersPerSecond: number;
  /** The longest single answer, in milliseconds. */
  readonly slowestMilliseconds: number;
  readonly answers: number;
}

/** Of 500 MATH answers about 62% are integers; the mix here keeps that share. */
const INTEGERS: readonly (readonly [string, string])[] = [
  ["12", "12"],
  ["-7", "-7"],
  ["144", "143"],
  ["5", "x = 5"],
  ["1000", "1,000"],
  ["28", "28.0"],
  ["3", "\\frac{6}{2}"],
  ["17", "18"],
];

/**
 * Grades responses of the length and kind that models write for MATH-500, on one core.
 *
 * @param now a clock in milliseconds, given so that this folder stays without one of its own.
 */
export function benchGrader(now: () => number = () => performance.now()): GraderBenchmark {
  const pairs = mixedPairs();
  const responses = pairs.map(([reference, candidate]) => [reference, respond(candidate)] as const);
  for (const [reference, response] of responses) gradeResponse(response, reference);
  let answers = 0;
  let slowest = 0;
  const start = now();
  for (let round = 0; round < 4; round++) {
    for (const [reference, response] of responses) {
      const before = now();
      gradeResponse(response, reference);
      slowest = Math.max(slowest, now() - before);
      answers++;
    }
  }
  return {
    answersPerSecond: Math.round((answers * 1_000) / (now() - start)),
    slowestMilliseconds: slowest,
    answers,
  };
}

function mixedPairs(): readonly (readonly [string, string])[] {
  const structured = [NUMBERS, EXPRESSIONS, SETS, WORDS].flatMap(({ equal, different }) => [
    ...equal,
    ...different,
  ]);
  return structured.flatMap((pair, at) => [
    pair,
    ...[0, 1].map((k) => INTEGERS[(2 * at + k) % INTEGERS.length] ?? pair),
  ]);
}

const WORKING = Array.from(
  { length: 12 },
  (_, at) => `Step ${at + 1}: We use $a_{${at}} + ${at} = ${2 * at}$ and simplify \\(\\frac{${at}}{3}\\).`,
).join("\n");

function respond(answer: string): string {
  return `${WORKING}\nTherefore the answer is $\\boxed{${answer}}$.`;
}
