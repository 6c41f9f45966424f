const NUMBER = String.raw`-?\d[\d,]*(?:\.\d+)?`;
const SIGN = String.raw`\+|-|−|\*|×|÷|\/|\^|\\times|\\cdot|\\div`;
/** "a op b = c", money signs allowed. The result is looked at and not taken: it may open the next operation. */
const OPERATION = new RegExp(
  String.raw`(?<![\d.,])${NUMBER}\s*(${SIGN})\s*(?:\\?\$)?${NUMBER}\s*=\s*(?:\\?\$)?(?=(${NUMBER}))`,
  "g",
);
/** A fraction of numbers is their division. */
const FRACTION = new RegExp(String.raw`\\[dt]?frac\{(${NUMBER})\}\{(${NUMBER})\}`, "g");
const SAME_SIGN: Readonly<Record<string, string>> = {
  "−": "-",
  "×": "*",
  "\\times": "*",
  "\\cdot": "*",
  "÷": "/",
  "\\div": "/",
};

/** What a chain computes: its operations in order and the numbers that it meets. */
export interface OperationSignature {
  readonly operations: readonly string[];
  readonly numbers: ReadonlySet<string>;
}

/** Reads every "a op b = c" of a text (method: operation signature); results are rounded to three decimals. */
export function operationSignature(text: string): OperationSignature {
  const operations: string[] = [];
  const numbers = new Set<string>();
  for (const [, sign = "", result = ""] of text.replace(FRACTION, "$1 / $2").matchAll(OPERATION)) {
    const rounded = String(Math.round(Number(result.replaceAll(",", "")) * 1000) / 1000);
    operations.push(`${SAME_SIGN[sign] ?? sign}${rounded}`);
    numbers.add(rounded);
  }
  return { operations, numbers };
}

/**
 * How differently two chains compute, in [0, 1]: the mean of 1 - longest common subsequence / longer list and
 * of 1 - Jaccard of the numbers.
 */
export function signatureDistance(a: OperationSignature, b: OperationSignature): number {
  const longer = Math.max(a.operations.length, b.operations.length);
  const order = longer === 0 ? 0 : 1 - commonLength(a.operations, b.operations) / longer;
  const shared = [...a.numbers].filter((number) => b.numbers.has(number)).length;
  const all = a.numbers.size + b.numbers.size - shared;
  return (order + (all === 0 ? 0 : 1 - shared / all)) / 2;
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let row: number[] = Array.from({ length: b.length + 1 }, () => 0);
  for (const left of a) {
    const next = [0];
    for (const [index, right] of b.entries()) {
      const longest =
        left === right ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
      next.push(longest);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
