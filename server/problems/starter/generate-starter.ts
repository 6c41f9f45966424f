import { seededRng } from "@/server/foundation/rng";
import { fingerprint } from "../fingerprint";
import type { GenerateStarter, ProblemLine } from "../problems.schema";
import { counting } from "./counting";
import { Draw } from "./draw";
import { fractions } from "./fractions";
import { geometry } from "./geometry";
import { money } from "./money";
import { percent } from "./percent";
import { rates } from "./rates";
import type { Template } from "./template";

export const TEMPLATES: readonly Template[] = [
  ...counting,
  ...money,
  ...fractions,
  ...percent,
  ...rates,
  ...geometry,
];

/**
 * `count` different problems. The same seed gives the same ones anywhere, and a larger count begins with
 * those of a smaller one. Level is the number of steps of the solution.
 */
export function generateStarter({ seed, count }: GenerateStarter): ProblemLine[] {
  const seen = new Set<string>();
  const problems: ProblemLine[] = [];
  for (let attempt = 0; problems.length < count; attempt++) {
    const problem = makeProblem(seed, { attempt, index: problems.length });
    const print = fingerprint(problem.problem);
    if (seen.has(print)) continue;
    seen.add(print);
    problems.push(problem);
  }
  return problems;
}

function makeProblem(
  seed: number,
  { attempt, index }: { readonly attempt: number; readonly index: number },
): ProblemLine {
  const rng = seededRng(`starter/${seed}/${attempt}`);
  const template = TEMPLATES[Math.floor(rng() * TEMPLATES.length)] ?? counting[0];
  if (template === undefined) throw new Error("There are no starter templates.");
  const { statement, working, answer } = template.make(new Draw(rng));
  const written = working.write(answer);
  return {
    id: `starter-${seed}-${String(index).padStart(4, "0")}`,
    problem: statement,
    answer: written,
    solution: working.solution(written),
    level: String(working.steps.length),
    subject: template.subject,
    source: `starter:${template.name}#seed=${seed}`,
  };
}
