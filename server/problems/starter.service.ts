import { checkProblem } from "./check-line";
import { importProblems } from "./import-problems";
import type { ProblemsContext } from "./problems-context";
import type { GenerateStarter, ImportReport } from "./problems.schema";
import { generateStarter } from "./starter/generate-starter";

/** Makes the starter set of a seed, or lengthens it; what is there already is not made twice. */
export function importStarter(ctx: ProblemsContext, input: GenerateStarter): Promise<ImportReport> {
  const candidates = generateStarter(input).map((problem, index) => ({
    line: index + 1,
    ...checkProblem(problem),
  }));
  return importProblems(
    ctx,
    {
      name: `Starter, seed ${input.seed}`,
      kind: "starter",
      source: `own templates, seed ${input.seed}`,
      licence: "Apache-2.0",
    },
    candidates,
  );
}
