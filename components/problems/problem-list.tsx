import Link from "next/link";
import { AnswerText, MathText } from "@/components/math";
import { StatusMark } from "@/components/ui/status-mark";
import type { ProblemItem } from "./types";

const STATEMENT_LIMIT = 600;

export interface ProblemListProps {
  readonly setId: string;
  readonly items: readonly ProblemItem[];
}

export function ProblemList({ setId, items }: ProblemListProps) {
  return (
    <ol className="border-t border-rule">
      {items.map((item) => (
        <li
          key={item.id}
          className="grid gap-x-8 gap-y-1 border-b border-rule py-3 sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <div className="flex min-w-0 flex-wrap gap-x-3 sm:flex-col">
            <Link href={`/problems/${setId}/${item.id}`} prefetch={false} className="link wrap-anywhere">
              {item.externalId}
            </Link>
            <Facts item={item} />
          </div>
          <div className="min-w-0">
            <div className="prose-math">
              <MathText text={item.statement} inline limit={STATEMENT_LIMIT} />
            </div>
            <p className="mt-1 text-ink-soft">
              <span className="text-sm">Answer</span>{" "}
              <span className="text-ink">
                <AnswerText text={item.answer} />
              </span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Facts({ item }: { readonly item: ProblemItem }) {
  const facts = [item.level === null ? null : `level ${item.level}`, item.subject];
  return (
    <>
      <span className="text-sm text-ink-soft">{facts.filter((fact) => fact !== null).join(", ")}</span>
      {item.overlap ? (
        <span className="text-sm">
          <StatusMark tone="warning">also in a benchmark</StatusMark>
        </span>
      ) : null}
    </>
  );
}
