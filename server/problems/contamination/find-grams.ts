import type { Candidates } from "./candidates";
import { gramHash, type PreparedText } from "./prepare-text";
import { addTo, visit, type Sides } from "./sides";

/** Words in a row that make a match (GPT-3, Brown et al. 2020, appendix C, there the longest that is used). */
export const GRAM = 13;
/** A run of words in more problems than this is a manner of speaking, such as "where m and n are ..." (GPT-3, appendix C: 10). */
const COMMON_ABOVE = 10;

/** Notes problems with 13 words in a row in common, and apart those whose words in a row stand in many problems. */
export async function findGrams(sides: Sides, candidates: Candidates): Promise<void> {
  const inBenchmark = new Map<number, number[]>();
  await visit(sides.benchmark, sides.pause, (text, index) => {
    for (const gram of gramsOf(text)) addTo(inBenchmark, gram, index);
  });
  const inTraining = new Map<number, number[]>();
  await visit(sides.training, sides.pause, (text, index) => {
    for (const gram of gramsOf(text)) if (inBenchmark.has(gram)) addTo(inTraining, gram, index);
  });
  for (const [gram, training] of inTraining) {
    const benchmark = inBenchmark.get(gram) ?? [];
    // The same problem many times is still one problem, so that copies never make their own words common.
    const problems = new Set([...pick(sides.training, training), ...pick(sides.benchmark, benchmark)]).size;
    const why = problems > COMMON_ABOVE ? "commonGram" : "gram";
    for (const index of training) for (const other of benchmark) candidates.note(index, other, why);
    await sides.pause();
  }
}

function* gramsOf({ words }: PreparedText): Generator<number> {
  for (let start = 0; start + GRAM <= words.length; start++) yield gramHash(words, start, GRAM);
}

const pick = (texts: readonly PreparedText[], places: readonly number[]): string[] =>
  places.map((place) => texts[place]?.key ?? "");
