import { AnswerText, MathText } from "@/components/math";
import { ScrollSideways } from "@/components/math/scroll-sideways";
import { DoubtedNote } from "@/components/review/flags/doubted-note";
import { Section } from "@/components/ui/page";
import { RawText } from "@/components/ui/raw-text";
import type { ProblemDetail } from "./types";

export interface ProblemTextsProps {
  readonly problem: Pick<ProblemDetail, "id" | "statement" | "answer" | "solution">;
  readonly raw: boolean;
}

/** What the source says, drawn or letter by letter. */
export function ProblemTexts({ problem: { id, statement, answer, solution }, raw }: ProblemTextsProps) {
  return (
    <>
      <Section title="Statement">
        {raw ? <RawText text={statement} label="Statement" /> : <MathText text={statement} />}
      </Section>
      <Section title="Reference answer">
        {raw ? (
          <RawText text={answer} label="Reference answer" />
        ) : (
          <ScrollSideways className="prose-math">
            <AnswerText text={answer} />
          </ScrollSideways>
        )}
        <DoubtedNote problemId={id} />
      </Section>
      <Section title="Solution">
        <Solution solution={solution} raw={raw} />
      </Section>
    </>
  );
}

function Solution({ solution, raw }: { readonly solution: string | null; readonly raw: boolean }) {
  if (solution === null || solution.trim() === "")
    return <p className="text-ink-soft">The source gives no solution.</p>;
  return raw ? <RawText text={solution} label="Solution" maxHeight="40rem" /> : <MathText text={solution} />;
}
