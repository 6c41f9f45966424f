import type { Node } from "./ast";
import { dictionary } from "./dictionary";

const NAMES: ReadonlyMap<string, string> = dictionary({
  integers: "Z",
  "positive integers": "Z+",
  "natural numbers": "N",
  "rational numbers": "Q",
  rationals: "Q",
  "complex numbers": "C",
});

/** `all integers` and `the set of rational numbers` as the set that they name, or null. */
export function setFromWords(text: string): Node | null {
  if (text.length > 60) return null;
  const plain = text
    .replace(/^\\(?:text|mbox)\s*\{([^{}]*)\}$/, "$1")
    .trim()
    .toLowerCase();
  const kind = /^(?:(?:the )?set of (?:all )?|all )(?:the )?([a-z ]+)$/.exec(plain)?.[1];
  const name = kind === undefined ? undefined : NAMES.get(kind);
  return name === undefined ? null : { kind: "named-set", name };
}
