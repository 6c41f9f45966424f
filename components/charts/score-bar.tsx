import { prepareScoreBar, type ScoreBarInput } from "./prepare-score-bar";

export interface ScoreBarProps extends ScoreBarInput {
  /** A CSS colour; default the accent. */
  readonly colour?: string;
  /** Not final, or not ranked: drawn hollow. */
  readonly hollow?: boolean;
}

/** A score with its interval in a table's cell, on a scale of its own from 0 to 100; the number stands beside it in words. */
export function ScoreBar({ colour = "var(--color-accent)", hollow = false, ...score }: ScoreBarProps) {
  const { dot, bar } = prepareScoreBar(score);
  return (
    <svg viewBox="-4 0 108 12" className="block h-3 w-full max-w-28 min-w-16" aria-hidden>
      <path d="M0 6H100M0 3.5v5M50 3.5v5M100 3.5v5" stroke="var(--color-rule)" />
      {bar === null ? null : (
        <rect
          x={bar.from}
          y={4.75}
          width={bar.width}
          height={2.5}
          fill={hollow ? "var(--color-rule-strong)" : colour}
        />
      )}
      <circle
        cx={dot}
        cy={6}
        r={2.8}
        fill={hollow ? "var(--color-paper)" : colour}
        stroke={hollow ? "var(--color-rule-strong)" : colour}
        strokeWidth={1.2}
      />
    </svg>
  );
}
