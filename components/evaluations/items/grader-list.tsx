import { describeRule } from "@/server/math";
import { verdictWord } from "../verdict-words";
import type { ItemAnswer } from "./types";

interface GraderListProps {
  readonly verdicts: ItemAnswer["verdicts"];
  readonly shownGrader: string;
}

/** What each grader version said, where there is more than one. */
export function GraderList({ verdicts, shownGrader }: GraderListProps) {
  if (verdicts.length < 2) return null;
  return (
    <ul aria-label="By grader" className="border-l-2 border-rule pl-3">
      {verdicts.map(({ graderVersion, verdict, extracted, rule }) => (
        <li key={graderVersion} className="flex flex-wrap gap-x-3">
          <span className="font-medium">{graderVersion}</span>
          <span>{verdictWord(verdict)}</span>
          <span className="wrap-anywhere text-ink-soft">
            {extracted === null ? "" : `read ${extracted}. `}
            {describeRule(rule)}
          </span>
          {graderVersion === shownGrader ? <span className="text-ink-faint">counts</span> : null}
        </li>
      ))}
    </ul>
  );
}
