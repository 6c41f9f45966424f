/** A line that opens a numbered step: "Step 3:", "## Step 3.", "**Step 3:**". Group 1 is the number. */
export const STEP_LABEL = /^[ \t]*(?:#+\s*)?(?:\*\*|__)?Step\s+(\d+)\s*(?:\*\*|__)?\s*[:.](?:\*\*|__)?/i;

/** The step without its "Step k:". */
export function stripStepLabel(step: string): string {
  return step.replace(STEP_LABEL, "");
}

/**
 * What makes two sibling steps the same node (method: merging): white space, the label, markdown, the spacing
 * commands of LaTeX and the case of words do not count; single letters keep their case, being variables.
 */
export function stepKey(step: string): string {
  const known = keys.get(step);
  if (known !== undefined) return known;
  if (keys.size >= KEPT_KEYS) keys.clear();
  const key = makeKey(step);
  keys.set(step, key);
  return key;
}

/** A tree compares its steps again and again, so keys are remembered: as many as some hundred problems have. */
const KEPT_KEYS = 20_000;
const keys = new Map<string, string>();

function makeKey(step: string): string {
  return stripStepLabel(step)
    .replace(/^\s*#+\s*/gm, "")
    .replace(/(?<![\w)])(\*\*|__)(?=\S)(.+?)\1(?![\w(])/g, "$2")
    .replace(/`/g, "")
    .replace(/\\(?:left|right)(?![a-zA-Z])/g, "")
    .replace(/\\(?:quad|qquad|[,;:!> ])|~/g, " ")
    .replace(/(?<![\\\p{L}])\p{L}{2,}/gu, (word) => word.toLowerCase())
    .replace(/\s*([^\p{L}\p{N}\s])\s*/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Index of the first step in which two chains differ: the length of the shorter where none does. */
export function firstDifference(a: readonly string[], b: readonly string[]): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index++) {
    const [left, right] = [a[index] ?? "", b[index] ?? ""];
    if (left !== right && stepKey(left) !== stepKey(right)) return index;
  }
  return shorter;
}
