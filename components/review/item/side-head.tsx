"use client";

import { clsx } from "clsx";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { VerdictMark } from "@/components/ui/marks";
import { RelativeTime } from "@/components/ui/relative-time";
import { describeRule } from "@/server/math";
import type { SideFacts, VersionView } from "@/server/review/item-view.schema";
import type { Side } from "@/server/review/review.schema";

interface SideHeadProps {
  readonly side: Side;
  readonly mark: ReactNode;
  /** Number keys mark steps here. */
  readonly focused: boolean;
  readonly onFocusSide: (() => void) | null;
  readonly onEdit: (() => void) | null;
  readonly versions: readonly VersionView[];
  /** Null: the original is shown. */
  readonly shown: string | null;
  readonly onShow: (version: string | null) => void;
  /** What the grader said of the original; null while it is not to be seen. */
  readonly facts: SideFacts | null;
}

/** Whose text a column holds, its versions, and where number keys go. */
export function SideHead(props: SideHeadProps) {
  const { side, mark, focused, onFocusSide, onEdit, versions, shown, onShow, facts } = props;
  const version = versions.find(({ id }) => id === shown) ?? null;
  const graded = version ?? facts;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <h2 className="font-medium">{mark}</h2>
      {graded?.verdict == null ? null : (
        <VerdictMark
          verdict={graded.verdict}
          extracted={graded.extracted}
          rule={graded.rule === null ? "" : describeRule(graded.rule)}
        />
      )}
      {versions.length === 0 ? null : (
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">Versions of the {side} chain</legend>
          <VersionButton
            pressed={version === null}
            onClick={() => {
              onShow(null);
            }}
          >
            original
          </VersionButton>
          {versions.map(({ id, by, mine, at }, index) => (
            <VersionButton
              key={id}
              pressed={id === shown}
              onClick={() => {
                onShow(id);
              }}
            >
              version {index + 1}
              {mine ? ", yours" : by === null ? "" : ` by ${by}`}, <RelativeTime at={at} />
            </VersionButton>
          ))}
        </fieldset>
      )}
      <span className="ml-auto flex gap-1">
        {onFocusSide === null ? null : (
          <button
            type="button"
            aria-pressed={focused}
            title="Number keys mark the first wrong step on this side"
            onClick={onFocusSide}
            className={clsx(
              "min-h-6.5 rounded-sm border px-1.5 text-xs pointer-coarse:hidden",
              focused
                ? "border-accent bg-accent-wash text-accent"
                : "border-transparent text-ink-faint hover:border-rule-strong",
            )}
          >
            keys 1–9<span className="sr-only"> mark steps of the {side} chain</span>
          </button>
        )}
        {onEdit === null ? null : (
          <Button
            size="sm"
            variant="quiet"
            aria-label={`Edit the ${side} chain`}
            icon={<Pencil size={13} aria-hidden />}
            onClick={onEdit}
          >
            Edit
          </Button>
        )}
      </span>
    </div>
  );
}

interface VersionButtonProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function VersionButton({ pressed, onClick, children }: VersionButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={clsx(
        "min-h-6.5 rounded-sm border px-1.5 text-xs",
        pressed ? "border-accent bg-accent-wash" : "border-rule text-ink-soft hover:border-rule-strong",
      )}
    >
      {children}
    </button>
  );
}
