"use client";

import { StackedBar } from "@/components/charts";
import type { RunProgress } from "@/server/runs/progress.repo";
import { undecided } from "./stage-flow";

interface BucketBarProps {
  readonly progress: RunProgress;
  readonly problemCount: number;
}

/** How the problems turned out at first sight; that decides which stage has them next. */
export function BucketBar({ progress, problemCount }: BucketBarProps) {
  const { easy = 0, mixed = 0, hard = 0 } = progress.problemsByBucket;
  return (
    <StackedBar
      label="Problems by bucket"
      parts={[
        { key: "hard", label: "hard: none right", value: hard, tone: "stage-2" },
        { key: "mixed", label: "mixed: some right", value: mixed, tone: "stage-1" },
        { key: "easy", label: "easy: all right", value: easy, tone: "stage-3" },
        {
          key: "undecided",
          label: "not sampled yet",
          value: undecided(progress, problemCount),
          tone: "faint",
        },
      ]}
    />
  );
}
