import Link from "next/link";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { gradersPath } from "../paths";

/** Which grader the numbers are of, where that is not the one of launch, or another is at it. */
export function RescoreNote({ evaluation }: { readonly evaluation: EvaluationView }) {
  const { rescoreTo, scoredWith, graderVersion } = evaluation;
  if (rescoreTo === null && scoredWith === graderVersion) return null;
  return (
    <p className="mt-1 max-w-prose text-sm text-ink-soft">
      {rescoreTo === null
        ? `Graded anew by ${scoredWith}; at launch it was ${graderVersion}, whose verdicts are kept. `
        : `It is being graded anew by ${rescoreTo}; no model is asked. `}
      <Link href={gradersPath()} className="link">
        Where graders differ
      </Link>
    </p>
  );
}
