/** Names as they stand in the middle of a sentence, and others to put in their place. */
const NAME = /(?<=[a-z,] )[A-Z][a-z]{2,}/g;
const OTHER_NAMES = ["Zelda", "Quentin", "Xaver", "Yolanda", "Umberto"] as const;

const swapNames = (statement: string): string => {
  const names = [...new Set(statement.match(NAME))];
  return names.reduce(
    (text, name, index) => text.replaceAll(name, OTHER_NAMES[index % OTHER_NAMES.length] ?? "Ida"),
    statement,
  );
};

/** Every near-copy of a problem with another one of its numbers changed. */
function changeEachNumber(statement: string): string[] {
  return [...statement.matchAll(/\d+/g)].map(
    ({ 0: digits, index }) =>
      statement.slice(0, index) + String(Number(digits) + 7) + statement.slice(index + digits.length),
  );
}

const halve = (statement: string): string => {
  const words = statement.split(" ");
  return words.slice(0, Math.ceil(words.length / 2)).join(" ");
};

/** The ways in which a benchmark's problem turns up elsewhere. */
export const NEAR_COPIES: Readonly<Record<string, (statement: string) => readonly string[]>> = {
  "as it is": (statement) => [statement],
  "other spacing": (statement) => [statement.replaceAll(/ +/g, "\n ").replaceAll(/([=+])/g, " $1 ")],
  "other punctuation": (statement) => [
    statement
      .replaceAll(/[.,?](?=\s|$)/g, " ")
      .replaceAll("$", "")
      .toUpperCase()
      .replaceAll(/\\[A-Z]+/g, (command) => command.toLowerCase()),
  ],
  "other LaTeX": (statement) => [
    statement
      .replaceAll("\\dfrac", "\\frac")
      .replaceAll("\\frac{", "\\dfrac{")
      .replaceAll(/\\left(?![a-z])|\\right(?![a-z])/g, "")
      .replaceAll(/\\leq?(?![a-z])/g, "\\leqslant ")
      .replaceAll("^\\circ", "^{\\circ}"),
  ],
  "other names": (statement) => [swapNames(statement)],
  "one number changed": changeEachNumber,
  "a sentence in front": (statement) => [`Solve the task below with care, step by step. ${statement}`],
  "a sentence behind": (statement) => [
    `${statement.replace(/(?<![.?!])$/, ".")} Put the final answer in a box.`,
  ],
  "cut in half": (statement) => [halve(statement)],
};
