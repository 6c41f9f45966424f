import { SafeText } from "@/components/ui/raw-text";
import { Formula } from "./formula";
import { markStrong } from "./mark-strong";
import { ScrollSideways } from "./scroll-sideways";
import type { MathToken } from "./tokens";

/** Tokens of `parseMathText`, or some of them, drawn in the running text around them: for texts shown in parts. */
export function MathTokens({ tokens }: { readonly tokens: readonly MathToken[] }) {
  return markStrong(tokens).map((piece, index) => {
    if (piece.kind === "formula") {
      const formula = <Formula key={index} {...piece} />;
      return piece.display ? <ScrollSideways key={index}>{formula}</ScrollSideways> : formula;
    }
    const words = <SafeText key={index} text={piece.kind === "code" ? piece.raw : piece.text} />;
    return piece.strong ? (
      <strong key={index} className="font-semibold">
        {words}
      </strong>
    ) : (
      words
    );
  });
}
