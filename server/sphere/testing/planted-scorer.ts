import type { MeasureRequest } from "../io";
import { seededRandom } from "./seeded-random";

export interface PlantedScorer {
  /** Chance in [0, 1] that a step is valued as if it were the other kind. */
  readonly mistakes?: number;
  /** Chance that a question gets no answer. */
  readonly silence?: number;
}

/**
 * A process reward model, a judge and a likelihood whose answers depend on the text alone: steps of a prefix with a
 * planted error ("wrongly") are worth under 0.5, all others more.
 */
export function plantedScorer({ mistakes = 0, silence = 0 }: PlantedScorer = {}) {
  const valueOf = (text: string) => {
    const random = seededRandom(text);
    const seemsWrong = text.includes("wrongly") !== random() < mistakes;
    return seemsWrong ? random() / 2 : 0.5 + random() / 2;
  };
  return (request: MeasureRequest): readonly number[] | null => {
    if (seededRandom(`silence ${JSON.stringify(request)}`)() < silence) return null;
    if (request.kind === "step-scores")
      return request.steps.map((_, index) => valueOf(request.steps.slice(0, index + 1).join("")));
    if (request.kind === "likelihood") return [-seededRandom(request.text)()];
    const asked = request.messages.map(({ content }) => content).join("\n");
    const [solution = ""] = asked.split("Is this partial solution");
    const correct = valueOf(solution);
    return asked.includes("(A) correct") ? [correct, 1 - correct] : [1 - correct, correct];
  };
}
