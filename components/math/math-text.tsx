import { cutText } from "./cut-text";
import { LongMathText } from "./long-math-text";
import { MathBlock, MathLine } from "./math-block";

export interface MathTextProps {
  /** Text of a problem or by a model; may be anything. */
  readonly text: string;
  /** In a sentence or a table's cell: one line, display formulas made small. */
  readonly inline?: boolean;
  /** Characters shown before "Show all", or before the "…" of an inline text. */
  readonly limit?: number;
}

/**
 * Text with its mathematics drawn. Nothing in it can act or spill: no markup, no foreign direction, no formula
 * beyond its block. Serif at reading size by itself; `inline` takes the face and size around it.
 */
export function MathText({ text, inline = false, limit = inline ? 400 : 6_000 }: MathTextProps) {
  const start = cutText(text, limit);
  if (inline) {
    return (
      <span className="wrap-anywhere">
        <MathLine text={start} />
        {start === text ? null : "…"}
      </span>
    );
  }
  return start === text ? <MathBlock text={text} /> : <LongMathText text={text} start={start} />;
}
