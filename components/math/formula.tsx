import "katex/dist/katex.min.css";
import "./math.css";
import { SafeText } from "@/components/ui/raw-text";
import { renderLatex } from "./render-latex";

interface FormulaProps {
  /** LaTeX without delimiters. */
  readonly latex: string;
  /** What is shown when it cannot be drawn; default `latex`. */
  readonly raw?: string;
  readonly display?: boolean;
}

/** One formula; its source with a quiet mark when it cannot be drawn. */
export function Formula({ latex, raw = latex, display = false }: FormulaProps) {
  const rendered = renderLatex(latex, display);
  if (!rendered.ok) {
    return (
      <code
        dir="ltr"
        title={`Not drawn: ${rendered.reason}`}
        className="border-b border-dotted border-rejected font-mono text-[0.85em] wrap-anywhere whitespace-pre-wrap"
      >
        <SafeText text={raw} />
        <span className="sr-only"> (this LaTeX could not be drawn)</span>
      </code>
    );
  }
  return <span dir="ltr" className="math" dangerouslySetInnerHTML={{ __html: rendered.html }} />;
}
