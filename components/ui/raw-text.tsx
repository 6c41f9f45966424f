import { clsx } from "clsx";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";
import { ScrollRegion } from "./scroll-region";
import { revealControls } from "./reveal-controls";

/** A word of code in a sentence: an id, a path, an option. */
export function Code({ children }: { readonly children: ReactNode }) {
  return (
    <code className="rounded-sm bg-sunken px-1 font-mono text-[0.92em] wrap-anywhere">
      <bdi>{children}</bdi>
    </code>
  );
}

/** Text of unknown origin in running text: control characters shown, direction kept to itself. */
export function SafeText({ text }: { readonly text: string }) {
  return (
    <bdi>
      {revealControls(text).map((piece, index) =>
        piece.kind === "text" ? (
          piece.text
        ) : (
          <span
            key={index}
            className="mx-px border border-rule px-0.5 font-mono text-[0.75em] text-ink-faint"
          >
            {piece.text}
          </span>
        ),
      )}
    </bdi>
  );
}

export interface RawTextProps {
  readonly text: string;
  /** Names the block for screen readers: "Prompt", "Reply". */
  readonly label: string;
  /** A CSS length; longer text scrolls. */
  readonly maxHeight?: string;
  /** A copy button in the corner; default true. */
  readonly copy?: boolean;
}

/** Text byte by byte as a model wrote it: mono, wrapped, isolated, control characters visible. */
export function RawText({ text, label, maxHeight = "24rem", copy = true }: RawTextProps) {
  return (
    <div className="relative">
      <ScrollRegion
        label={label}
        style={{ maxHeight }}
        className={clsx("overflow-auto border border-rule bg-sunken px-3 py-2", copy && "pr-10")}
      >
        <pre dir="auto" className="font-mono text-sm whitespace-pre-wrap wrap-anywhere">
          {text === "" ? <span className="text-ink-faint">(empty)</span> : <SafeText text={text} />}
        </pre>
      </ScrollRegion>
      {copy ? (
        <div className="absolute top-1 right-1">
          <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />
        </div>
      ) : null}
    </div>
  );
}
