"use client";

import Link from "next/link";
import { AnswerText, MathText } from "@/components/math";
import { ScrollSideways } from "@/components/math/scroll-sideways";
import { DoubtedMark } from "@/components/review/flags/doubted-mark";
import { useFlags, type Flags } from "@/components/review/flags/use-flags";
import type { ProblemItem } from "./types";

const STATEMENT_LIMIT = 1_500;

export interface ProblemListProps {
  readonly setId: string;
  readonly items: readonly ProblemItem[];
}

export function ProblemList({ setId, items }: ProblemListProps) {
  const flagsOf = useFlags(items.map(({ id }) => id));
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
            <Facts setId={setId} item={item} flags={flagsOf(item.id)} />
          </div>
          <div className="min-w-0">
            <MathText text={item.statement} limit={STATEMENT_LIMIT} />
            <ScrollSideways className="mt-1">
              <span className="text-sm text-ink-soft">Answer</span> <AnswerText text={item.answer} />
            </ScrollSideways>
          </div>
        </li>
      ))}
    </ol>
  );
}

interface FactsProps {
  readonly setId: string;
  readonly item: ProblemItem;
  readonly flags: Flags;
}

function Facts({ setId, item, flags }: FactsProps) {
  const facts = [item.level === null ? null : `level ${item.level}`, item.subject];
  return (
    <>
      <span className="text-sm text-ink-soft">{facts.filter((fact) => fact !== null).join(", ")}</span>
      {item.overlap ? (
        <span className="text-sm">
          <Link href={`/problems/${setId}/overlap`} prefetch={false} className="link">
            overlap
          </Link>
        </span>
      ) : null}
      {flags.length === 0 ? null : (
        <span className="text-sm">
          <DoubtedMark flags={flags} />
        </span>
      )}
    </>
  );
}
