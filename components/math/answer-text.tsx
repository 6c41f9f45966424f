import { SafeText } from "@/components/ui/raw-text";
import { cutText } from "./cut-text";
import { Formula } from "./formula";
import { isBareLatex } from "./is-bare-latex";
import { MathText } from "./math-text";

const LONGEST = 400;

/** A final answer, which is LaTeX without delimiters, or words, or a text with formulas. */
export function AnswerText({ text }: { readonly text: string }) {
  const shown = cutText(text, LONGEST);
  if (isBareLatex(shown)) return <Formula latex={shown} />;
  if (/[$\\]/.test(shown)) return <MathText text={text} inline limit={LONGEST} />;
  return (
    <span className="wrap-anywhere">
      <SafeText text={shown} />
      {shown === text ? null : "…"}
    </span>
  );
}
