"use client";

import { clsx } from "clsx";
import { Flag } from "lucide-react";
import type { Ref } from "react";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { TextArea } from "@/components/ui/text-input";
import type { ReasonView } from "@/server/review/queue-view.schema";
import { SIDES } from "@/server/review/review.schema";
import type { Draft } from "./draft";
import { KeyedButton } from "./keyed-button";
import { keyFor, type KeyChoices } from "./keys/bindings";
import { keyCap } from "./keys/key-of";

interface WhySectionProps {
  readonly draft: Draft;
  readonly reasons: readonly Pick<ReasonView, "code" | "label" | "help">[];
  readonly choices: KeyChoices;
  /** Whether the person holds that the reference answer is wrong. */
  readonly flagged: boolean;
  readonly noteRef: Ref<HTMLTextAreaElement>;
  readonly onReason: (code: string) => void;
  readonly onNote: (note: string) => void;
  readonly onLeaveNote: () => void;
  readonly onFlag: () => void;
}

/** What goes with a decision: the wrong step, reasons, a note, a doubt about the reference answer. */
export function WhySection(props: WhySectionProps) {
  const { draft, reasons, choices, flagged, noteRef, onReason, onNote, onLeaveNote, onFlag } = props;
  return (
    <section
      aria-label="Why"
      className="mt-5 mb-5 grid gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <div className="min-w-0">
        <p className="text-sm text-ink-soft">{markWords(draft)}</p>
        <fieldset className="mt-2 flex flex-wrap gap-1.5">
          <legend className="sr-only">Reasons</legend>
          {reasons.map(({ code, label, help }, index) => (
            <button
              key={code}
              type="button"
              title={help === "" ? label : help}
              aria-pressed={draft.reasons.includes(code)}
              {...(index < 9 ? { "aria-keyshortcuts": `Shift+${index + 1}` } : {})}
              onClick={() => {
                onReason(code);
              }}
              className={clsx(
                "inline-flex min-h-6.5 items-center gap-1.5 rounded-sm border px-2 text-sm pointer-coarse:min-h-9",
                draft.reasons.includes(code)
                  ? "border-accent bg-accent-wash font-medium text-accent"
                  : "border-rule-strong hover:border-accent hover:text-accent",
              )}
            >
              {label}
              {index < 9 ? (
                <span aria-hidden className="leading-none pointer-coarse:hidden">
                  <Kbd>{keyCap(`shift+${index + 1}`)}</Kbd>
                </span>
              ) : null}
            </button>
          ))}
        </fieldset>
        <div className="mt-2">
          <KeyedButton
            action="flag"
            choices={choices}
            size="sm"
            variant={flagged ? "danger" : "quiet"}
            aria-pressed={flagged}
            icon={<Flag size={13} aria-hidden />}
            onClick={onFlag}
          >
            {flagged ? "You flagged the reference answer" : "Reference answer is wrong"}
          </KeyedButton>
        </div>
      </div>
      <Field
        label={
          <span className="text-sm font-normal text-ink-soft">
            Note{" "}
            <span aria-hidden className="pointer-coarse:hidden">
              <Kbd>{keyCap(keyFor(choices, "note"))}</Kbd>
            </span>
          </span>
        }
      >
        <TextArea
          ref={noteRef}
          rows={2}
          maxLength={4_000}
          value={draft.note}
          onChange={(event) => {
            onNote(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") onLeaveNote();
          }}
        />
      </Field>
    </section>
  );
}

function markWords({ firstWrong }: Draft): string {
  const marked = SIDES.flatMap((side) => {
    const step = firstWrong[side];
    return step === null ? [] : [`step ${step + 1} on the ${side}`];
  });
  return marked.length === 0
    ? "First wrong step: none marked. Choose a step's number, or type it."
    : `First wrong step: ${marked.join(", ")}.`;
}
