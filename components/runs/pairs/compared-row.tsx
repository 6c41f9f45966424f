import { clsx } from "clsx";
import { useMemo } from "react";
import type { StepRow } from "@/server/sphere/align-steps";
import type { ComparedSide } from "./compared-side";
import { StepCell } from "./step-cell";
import { markOf, notesOf } from "./step-marks";
import { wordDifference, type WordDifference } from "./word-difference";

interface ComparedRowProps {
  readonly row: StepRow;
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly raw: boolean;
  /** Steps before the first of both sides. */
  readonly offset: number;
  /** The first row in which the sides differ. */
  readonly first?: boolean;
  /** Part of what both sides were given. */
  readonly given?: boolean;
}

/** One row: a step that both share, across both columns, or one cell for each side. */
export function ComparedRow({
  row,
  left,
  right,
  raw,
  offset,
  first = false,
  given = false,
}: ComparedRowProps) {
  const a = row.a === null ? null : (left.steps[row.a] ?? "");
  const b = row.b === null ? null : (right.steps[row.b] ?? "");
  const difference = useMemo(() => differenceOf(a, b, raw), [a, b, raw]);
  if (row.kind === "same") {
    const wrong = isWrong(left, row.a) ? left : isWrong(right, row.b) ? right : null;
    return (
      <li className={clsx("border-b border-rule py-1.5 text-ink-faint", given && "bg-sunken")}>
        <StepCell
          number={(row.a ?? 0) + offset + 1}
          otherNumber={row.b !== row.a && row.b !== null ? row.b + offset + 1 : null}
          runs={difference.a}
          tone="plain"
          raw={raw}
          note={
            given ? "given to both" : (wrong?.wrongStepName ?? (wrong === null ? null : "first wrong step"))
          }
          mark={markOf([
            { side: left, step: (row.a ?? 0) + offset },
            { side: right, step: (row.b ?? 0) + offset },
          ])}
          below={
            <>
              {notesOf(left, (row.a ?? 0) + offset)}
              {notesOf(right, (row.b ?? 0) + offset)}
            </>
          }
        />
      </li>
    );
  }
  return (
    <li
      className={clsx(
        "grid gap-x-6 gap-y-2 border-b border-rule py-2 md:grid-cols-2",
        first && "border-t border-t-ink-soft",
      )}
    >
      {first ? <p className="-mt-1 text-xs text-ink-soft md:col-span-2">First differing step</p> : null}
      <Side side={left} step={row.a} runs={difference.a} raw={raw} offset={offset} />
      <Side side={right} step={row.b} runs={difference.b} raw={raw} offset={offset} />
    </li>
  );
}

interface SideProps extends Pick<ComparedRowProps, "raw" | "offset"> {
  readonly side: ComparedSide;
  readonly step: number | null;
  readonly runs: WordDifference["a"];
}

const edges = {
  chosen: "border-l-2 border-chosen pl-2",
  rejected: "border-l-2 border-dashed border-rejected pl-2",
  plain: "border-l-2 border-rule-strong pl-2",
} as const;

function Side({ side, step, runs, raw, offset }: SideProps) {
  if (step === null) return <div className="hidden md:block" />;
  return (
    <div className={clsx("min-w-0", edges[side.tone])}>
      <div className="mb-0.5 text-xs md:hidden">{side.mark}</div>
      <StepCell
        number={step + offset + 1}
        runs={runs}
        tone={side.tone}
        raw={raw}
        note={isWrong(side, step) ? (side.wrongStepName ?? "first wrong step") : null}
        mark={markOf([{ side, step: step + offset }])}
        below={notesOf(side, step + offset)}
      />
    </div>
  );
}

function isWrong(side: ComparedSide, step: number | null): boolean {
  return step !== null && side.wrongStep === step;
}

/** A step that stands alone is not underlined throughout: its column says whose it is. */
function differenceOf(left: string | null, right: string | null, raw: boolean): WordDifference {
  const [a, b] = raw ? [left, right] : [left?.trimEnd() ?? null, right?.trimEnd() ?? null];
  const alone = wordDifference(a ?? b ?? "", a ?? b ?? "", { parse: !raw });
  if (a === null || b === null) return { a: alone.a, b: alone.a };
  return wordDifference(a, b, { parse: !raw });
}
