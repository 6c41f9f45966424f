import { parseMathText } from "@/components/math/parse-math-text";

/** Marks of the private-use area around the number of a formula that was taken out. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const MARK = /\uE000(\d+)\uE001/g;

export interface HiddenFormulas {
  readonly markdown: string;
  readonly formulas: readonly { readonly raw: string; readonly latex: string; readonly display: boolean }[];
}

/** Takes the formulas out of Markdown before it is read as such, so that their stars and underscores stay theirs. */
export function hideFormulas(text: string): HiddenFormulas {
  const formulas: HiddenFormulas["formulas"][number][] = [];
  const markdown = parseMathText(text.replaceAll(/[\uE000\uE001]/g, ""))
    .map((token) => {
      if (token.kind !== "formula") return token.raw;
      formulas.push({ raw: token.raw, latex: token.latex, display: token.display });
      return `${OPEN}${formulas.length - 1}${CLOSE}`;
    })
    .join("");
  return { markdown, formulas };
}

/** A text of the read Markdown as words and numbers of formulas. */
export function splitAtFormulas(text: string): (string | number)[] {
  return text
    .split(MARK)
    .map((part, index) => (index % 2 === 1 ? Number(part) : part))
    .filter((part) => part !== "");
}

/** Puts formulas back as they were written: inside code. */
export function showRaw(text: string, formulas: HiddenFormulas["formulas"]): string {
  return text.replaceAll(MARK, (_, index: string) => formulas[Number(index)]?.raw ?? "");
}
