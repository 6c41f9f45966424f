/** A part of a formula and where it starts in it. */
export interface Side {
  readonly text: string;
  readonly offset: number;
}

const RELATION = /=|\\(?:approx|equiv|Rightarrow|implies|Longrightarrow|to|simeq)(?![a-zA-Z])/y;
const INEQUALITY = /[<>]|\\(?:l|g)(?:e|eq|t|eqslant)(?![a-zA-Z])|\\(?:in|ne|neq|cup)(?![a-zA-Z])/y;
const ENVIRONMENT = /\\(begin|end)\s*\{(aligned|align\*?|gathered|gather\*?|split|equation\*?)?/y;

/**
 * The last side of the last line of a chain of equations: what the working arrives at. A line with an inequality, and an equation
 * to zero, are kept whole. Equal signs inside braces or matrices do not count.
 */
export function lastSide(formula: string): Side {
  let depth = 0;
  let lineStart = 0;
  let sideStart = 0;
  let unequal = false;
  for (let at = 0; at < formula.length; at++) {
    const environment = matchAt(ENVIRONMENT, formula, at);
    if (environment !== null) {
      const [found, which, wrapping] = environment;
      if (wrapping === undefined) depth += which === "begin" ? 1 : -1;
      else if (depth === 0 && which === "begin") lineStart = sideStart = at + found.length + 1;
      at += found.length - 1 + (wrapping === undefined ? 0 : 1);
      if (wrapping === undefined) depth++;
      continue;
    }
    const char = formula.charAt(at);
    if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (depth === 0 && formula.startsWith("\\\\", at)) {
      if (formula.slice(at + 2).trim() !== "") {
        lineStart = sideStart = at + 2;
        unequal = false;
      }
      at++;
    } else if (depth === 0) {
      const relation = matchAt(RELATION, formula, at);
      if (relation !== null) sideStart = at + relation[0].length;
      else if (matchAt(INEQUALITY, formula, at) !== null) unequal = true;
      if (relation !== null) at = sideStart - 1;
      else if (char === "\\") at++;
    } else if (char === "\\") at++;
  }
  const last = formula.slice(sideStart);
  const offset = unequal || /^[\s&.]*0[\s.]*$/.test(last) ? lineStart : sideStart;
  return {
    text: formula.slice(offset).replace(/\\\\\s*$|\\end\{(?:aligned|align\*?|gathered|split)\}\s*$/, ""),
    offset,
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
