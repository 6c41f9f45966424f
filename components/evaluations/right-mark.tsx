import { StatusMark } from "@/components/ui/status-mark";
import { verdictWord } from "./verdict-words";

interface RightMarkProps {
  /** What counts: a person's ruling, else the grader's verdict; null where it was not graded yet. */
  readonly right: boolean | null;
  /** What the grader said. */
  readonly verdict: string | null;
  readonly settled: boolean;
}

/** Whether an answer is right, and who says so where that was a person. */
export function RightMark({ right, verdict, settled }: RightMarkProps) {
  if (right === null) return <StatusMark tone="neutral">not graded yet</StatusMark>;
  const word = right ? "right" : settled || verdict === null ? "wrong" : verdictWord(verdict);
  return (
    <StatusMark tone={right ? "good" : "bad"}>
      {word}
      {settled ? ", settled by a person" : ""}
    </StatusMark>
  );
}
