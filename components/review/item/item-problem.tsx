"use client";

import { Flag } from "lucide-react";
import Link from "next/link";
import { AnswerText, MathText } from "@/components/math";
import { PromptMessages } from "@/components/runs/pairs/prompt-messages";
import { RawText, SafeText } from "@/components/ui/raw-text";
import { Badge } from "@/components/ui/status-mark";
import type { ItemView } from "@/server/review/item-view.schema";

interface ItemProblemProps {
  readonly view: ItemView;
  readonly raw: boolean;
}

/** What was asked, the reference answer, and who holds that answer wrong. */
export function ItemProblem({ view: { problem, prompt }, raw }: ItemProblemProps) {
  const { statement, answer, level, subject, setId, id, externalId, flags } = problem;
  return (
    <section aria-label="Problem" className="border-y border-rule py-3">
      {raw ? <RawText text={statement} label="Statement" /> : <MathText text={statement} limit={2_400} />}
      <p className="mt-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm text-ink-soft">
        <span>
          Reference answer{" "}
          <span className="font-serif text-prose text-ink">
            {raw ? <SafeText text={answer} /> : <AnswerText text={answer} />}
          </span>
        </span>
        {level === null ? null : (
          <Badge title="Level">
            {/level/i.test(level) ? null : "level "}
            <SafeText text={level} />
          </Badge>
        )}
        {subject === null ? null : (
          <Badge title="Subject">
            <SafeText text={subject} />
          </Badge>
        )}
        <Link
          prefetch={false}
          href={`/problems/${encodeURIComponent(setId)}/${encodeURIComponent(id)}`}
          className="link"
        >
          Problem <SafeText text={externalId} />
        </Link>
      </p>
      {flags.length === 0 ? null : (
        <ul aria-label="Flags" className="mt-1.5 text-sm text-danger">
          {flags.map(({ by, mine, note }, index) => (
            <li key={index} className="flex items-baseline gap-1.5">
              <Flag size={12} aria-hidden className="shrink-0 self-center" />
              <span className="min-w-0 wrap-anywhere">
                {mine ? "You hold" : by === null ? "Somebody holds" : `${by} holds`} that the reference answer
                is wrong
                {note === "" ? "." : ": "}
                <SafeText text={note} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {prompt === null ? null : (
        <details className="mt-2">
          <summary className="text-sm text-ink-soft hover:text-accent">
            What the model was asked, beside the problem
          </summary>
          <PromptMessages messages={prompt} />
        </details>
      )}
    </section>
  );
}
