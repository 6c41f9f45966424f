import { SafeText } from "@/components/ui/raw-text";
import { Formula } from "./formula";
import { isBlock, markStrong } from "./mark-strong";
import { ScrollSideways } from "./scroll-sideways";
import { tidyLines } from "./tidy-lines";
import type { MathToken } from "./tokens";

/** Tokens of `parseMathText`, or some of them, drawn in the running text around them: for texts shown in parts. */
export function MathTokens({ tokens }: { readonly tokens: readonly MathToken[] }) {
  const pieces = markStrong(tokens);
  return pieces.map((piece, index) => {
    if (piece.kind === "formula") {
      const formula = <Formula key={index} {...piece} />;
      return piece.display ? <ScrollSideways key={index}>{formula}</ScrollSideways> : formula;
    }
    const neighbours = { afterBlock: isBlock(pieces[index - 1]), beforeBlock: isBlock(pieces[index + 1]) };
    const text = piece.kind === "code" ? piece.raw : tidyLines(piece.text, neighbours);
    const words = <SafeText key={index} text={text} />;
    return piece.strong ? (
      <strong key={index} className="font-semibold">
        {words}
      </strong>
    ) : (
      words
    );
  });
}
