"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { itemsPath } from "@/components/review/paths";
import { LinkButton } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { Kbd } from "@/components/ui/kbd";
import { StageMark } from "@/components/ui/marks";
import type { Stage } from "@/server/sphere/io";
import { ExportLinks } from "../export-links";
import { RawToggle } from "./raw-toggle";

interface PairsToolbarProps {
  readonly runId: string;
  readonly stages: readonly { readonly stage: Stage; readonly total: number }[];
  readonly stage: Stage | null;
  readonly onStageChange: (stage: Stage | null) => void;
  /** Whether only pairs that are held back are shown, and how many there are in the run. */
  readonly held: boolean;
  readonly heldBack: number;
  readonly onHeldChange: (held: boolean) => void;
  readonly raw: boolean;
  readonly onRawChange: (raw: boolean) => void;
}

/** Filter by stage, raw text, keys, downloads. */
export function PairsToolbar(props: PairsToolbarProps) {
  const { runId, stages, stage, onStageChange, held, heldBack, onHeldChange, raw, onRawChange } = props;
  const all = stages.reduce((sum, { total }) => sum + total, 0);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-y border-rule py-2">
      <fieldset className="flex flex-wrap gap-x-1 gap-y-1">
        <legend className="sr-only">Stage</legend>
        <Choice
          chosen={stage === null}
          onChoose={() => {
            onStageChange(null);
          }}
          total={all}
        >
          All stages
        </Choice>
        {stages.map((each) => (
          <Choice
            key={each.stage}
            chosen={stage === each.stage}
            onChoose={() => {
              onStageChange(each.stage);
            }}
            total={each.total}
          >
            <StageMark stage={each.stage} explain={false} />
          </Choice>
        ))}
      </fieldset>
      {heldBack === 0 && !held ? null : (
        <Choice
          chosen={held}
          onChoose={() => {
            onHeldChange(!held);
          }}
          total={heldBack}
        >
          Only held back
        </Choice>
      )}
      <div className="flex flex-wrap items-center gap-2 lg:ml-auto">
        <span className="text-sm text-ink-faint max-sm:hidden">
          <Kbd>j</Kbd> <Kbd>k</Kbd> next and previous pair
        </span>
        <RawToggle raw={raw} onChange={onRawChange} />
        {all === 0 ? null : (
          <LinkButton size="sm" prefetch={false} href={itemsPath({ runId, kind: "pair", stage })}>
            Review these
          </LinkButton>
        )}
        <ExportLinks runId={runId} size="sm" />
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly total: number;
  readonly children: ReactNode;
}

function Choice({ chosen, onChoose, total, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={clsx(
        "inline-flex min-h-7 items-center gap-1.5 rounded-sm border px-2 text-sm",
        chosen ? "border-accent bg-accent-wash font-medium" : "border-transparent hover:border-rule-strong",
      )}
    >
      {children}
      <span className="font-normal text-ink-faint">{formatInteger(total)}</span>
    </button>
  );
}
