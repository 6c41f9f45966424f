import fs from "node:fs";
import path from "node:path";
import { env } from "node:process";
import { z } from "zod";

const lineSchema = z.object({ id: z.string(), problem: z.string() });

/** A problem to make near-copies of. */
export interface BenchmarkText {
  readonly id: string;
  readonly statement: string;
}

/** MATH-500 in SPHERE_DATA_DIR, or own problems of the same kinds and lengths where there is none. */
export function benchmarkTexts(): readonly BenchmarkText[] {
  const file = path.join(env["SPHERE_DATA_DIR"] ?? "", "math500.jsonl");
  if (env["SPHERE_DATA_DIR"] === undefined || !fs.existsSync(file)) return OWN;
  return fs
    .readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .map(({ id, problem }) => ({ id, statement: problem }));
}

const OWN: readonly BenchmarkText[] = [
  "Compute $\\tan 75^\\circ$.",
  "Evaluate $\\left\\lfloor -\\frac{17}{4} \\right\\rfloor$.",
  "What is the greatest prime factor of $2{,}310$?",
  "Simplify $\\dfrac{\\sqrt{48}}{\\sqrt{27}}$ as far as it goes, without a root below.",
  "For how many whole numbers $n$ is $n^2 - 9n + 14$ a prime number, and which of them is the largest one?",
  "Let $a$ and $b$ be positive numbers with $ab = 12$ and $a + b = 8$. Find $\\frac{1}{a} + \\frac{1}{b}$ as a common fraction.",
  "The points $P = (2,5)$ and $Q = (8,13)$ are the ends of a diameter of a circle. What is the area of that circle? Give the answer in terms of $\\pi$.",
  "Marta has 7 red, 5 green and 3 white marbles in one bag. She draws two of them, one after the other, without putting the first one back. What is the probability that both have the same colour?",
  "Find the value of $k$ for which the lines $3x - 4y = 12$ and $kx + 6y = 5$ are perpendicular to each other in the plane.",
  "A train leaves Altona at 8:15 and travels at 72 kilometres an hour. Another leaves the same station at 9:00 on the same track at 108 kilometres an hour. After how many minutes has the second train caught up with the first, and how far from Altona are the two of them then?",
  "If $f(x) = \\frac{2x - 1}{x + 3}$ for all real $x \\neq -3$, then compute $f^{-1}(5)$ and write it as a fraction in lowest terms.",
  "In triangle $ABC$ the angle at $A$ is $40^\\circ$ and $AB = AC$. The point $D$ lies on the side $BC$ such that $AD$ halves the angle at $A$. How large is the angle $ADB$, in degrees?",
].map((statement, index) => ({ id: `own-${index}`, statement }));
