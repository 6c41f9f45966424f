const MARKS = /\\\\|\\\$|\\\[|\\\]|\\begin\{|\\end\{|\$\$|```/g;

/** What a stretch of text has opened and not closed: display mathematics, environments, a code fence. */
export interface OpenMarks {
  readonly dollars: boolean;
  readonly brackets: number;
  readonly environments: number;
  readonly fence: boolean;
}

export const NOTHING_OPEN: OpenMarks = { dollars: false, brackets: 0, environments: 0, fence: false };

/** The marks that are open after `text`, given those that were open before it. Linear in the text. */
export function openAfter(text: string, before: OpenMarks = NOTHING_OPEN): OpenMarks {
  let { dollars, brackets, environments, fence } = before;
  for (const [mark] of text.matchAll(MARKS)) {
    if (mark === "$$") dollars = !dollars;
    else if (mark === "```") fence = !fence;
    else if (mark === "\\[") brackets += 1;
    else if (mark === "\\]") brackets = Math.max(0, brackets - 1);
    else if (mark === "\\begin{") environments += 1;
    else if (mark === "\\end{") environments = Math.max(0, environments - 1);
  }
  return { dollars, brackets, environments, fence };
}

export function isOpen(marks: OpenMarks): boolean {
  return marks.dollars || marks.fence || marks.brackets > 0 || marks.environments > 0;
}
