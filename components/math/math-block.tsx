import { SafeText } from "@/components/ui/raw-text";
import { Formula } from "./formula";
import { memoised } from "./lru";
import { isBlock, markStrong, type StyledPiece } from "./mark-strong";
import { parseMathText } from "./parse-math-text";
import { ScrollSideways } from "./scroll-sideways";
import { tidyLines } from "./tidy-lines";
import type { CodeToken } from "./tokens";

const piecesOf = memoised((text) => markStrong(parseMathText(text)), 500);

interface MathPiecesProps {
  readonly text: string;
}

/** A text as paragraphs, in the text serif; wide formulas scroll inside it. */
export function MathBlock({ text }: MathPiecesProps) {
  const pieces = piecesOf(text.trim());
  return (
    <ScrollSideways className="prose-math isolate whitespace-pre-wrap">
      {pieces.map((piece, index) => (
        <BlockPiece
          key={index}
          piece={piece}
          afterBlock={isBlock(pieces[index - 1])}
          beforeBlock={isBlock(pieces[index + 1])}
        />
      ))}
    </ScrollSideways>
  );
}

/** A text in one line, in the face around it; display formulas made small, code named. */
export function MathLine({ text }: MathPiecesProps) {
  return piecesOf(text.replaceAll(/\s+/g, " ").trim()).map((piece, index) => (
    <LinePiece key={index} piece={piece} />
  ));
}

interface BlockPieceProps {
  readonly piece: StyledPiece;
  readonly afterBlock: boolean;
  readonly beforeBlock: boolean;
}

function BlockPiece({ piece, ...neighbours }: BlockPieceProps) {
  if (piece.kind === "code") return <FoldedCode {...piece} />;
  if (piece.kind === "text") return <Words text={tidyLines(piece.text, neighbours)} strong={piece.strong} />;
  const formula = <Formula {...piece} />;
  return piece.display ? <ScrollSideways>{formula}</ScrollSideways> : formula;
}

function LinePiece({ piece }: { readonly piece: StyledPiece }) {
  if (piece.kind === "code") return <span className="text-ink-soft">[{nameOf(piece)}]</span>;
  if (piece.kind === "text") return <Words text={piece.text} strong={piece.strong} />;
  return <Formula {...piece} display={false} />;
}

function Words({ text, strong }: { readonly text: string; readonly strong: boolean }) {
  const words = <SafeText text={text} />;
  return strong ? <strong className="font-semibold">{words}</strong> : words;
}

function nameOf({ language }: Pick<CodeToken, "language">): string {
  return language === "asy" ? "drawing (Asymptote)" : `code${language === "" ? "" : ` (${language})`}`;
}

function FoldedCode({ language, code }: Pick<CodeToken, "language" | "code">) {
  return (
    <details className="my-2 border-l border-rule-strong pl-3 font-sans text-sm whitespace-normal">
      <summary className="text-ink-soft hover:text-ink">{nameOf({ language })}</summary>
      <code className="mt-1 block font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        <SafeText text={code} />
      </code>
    </details>
  );
}
