"use client";

import {
  ArrowLeft,
  ArrowLeftRight,
  ArrowRight,
  Check,
  Equal,
  SkipForward,
  X,
  type LucideIcon,
} from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { Kbd } from "@/components/ui/kbd";
import type { Choice } from "@/server/review/review.schema";
import { clsx } from "clsx";
import { ACTIONS } from "./keys/actions";
import { keyFor, type KeyChoices } from "./keys/bindings";
import { keyCap, keyShortcut } from "./keys/key-of";

interface DecisionBarProps {
  readonly blind: boolean;
  readonly choices: KeyChoices;
  /** The decision that stands or waits. */
  readonly current: Choice | null;
  readonly onChoose: (choice: Choice) => void;
  /** Null: there is no conflict that the person could settle. */
  readonly settle: { readonly on: boolean; readonly onChange: (on: boolean) => void } | null;
}

interface Button {
  readonly choice: Choice;
  readonly label: string;
  readonly icon: LucideIcon;
}

const REJECT: Button = { choice: "reject", label: "Reject", icon: X };
const TIE: Button = { choice: "tie", label: "Tie", icon: Equal };
const SKIP: Button = { choice: "skip", label: "Skip", icon: SkipForward };
const OPEN: readonly Button[] = [
  { choice: "accept", label: "Accept", icon: Check },
  REJECT,
  { choice: "swap", label: "Swap", icon: ArrowLeftRight },
  TIE,
  SKIP,
];
const BLIND: readonly Button[] = [
  { choice: "left", label: "Left", icon: ArrowLeft },
  { choice: "right", label: "Right", icon: ArrowRight },
  { ...REJECT, label: "Neither" },
  TIE,
  SKIP,
];

/** The decision, always in reach at the foot of the window. */
export function DecisionBar({ blind, choices, current, onChoose, settle }: DecisionBarProps) {
  return (
    <section
      aria-label="Decision"
      className="sticky bottom-0 z-20 -mx-4 mt-auto border-t border-rule-strong bg-paper px-4 py-2 sm:-mx-8 sm:px-8"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="grid w-full grid-cols-5 gap-1.5 sm:flex sm:w-auto sm:flex-wrap">
          {(blind ? BLIND : OPEN).map((button) => (
            <ChoiceButton
              key={button.choice}
              {...button}
              binding={keyFor(choices, button.choice)}
              pressed={current === button.choice}
              onChoose={onChoose}
            />
          ))}
        </div>
        {settle === null ? null : (
          <Checkbox
            checked={settle.on}
            onCheckedChange={settle.onChange}
            label={
              <>
                Settles the conflict for all{" "}
                <span aria-hidden className="pointer-coarse:hidden">
                  <Kbd>{keyCap(keyFor(choices, "settle"))}</Kbd>
                </span>
              </>
            }
          />
        )}
      </div>
    </section>
  );
}

interface ChoiceButtonProps extends Button {
  readonly binding: string;
  readonly pressed: boolean;
  readonly onChoose: (choice: Choice) => void;
}

function ChoiceButton({ choice, label, icon: Icon, binding, pressed, onChoose }: ChoiceButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={keyShortcut(binding)}
      title={ACTIONS.find(({ id }) => id === choice)?.label}
      onClick={() => {
        onChoose(choice);
      }}
      className={clsx(
        "flex min-h-11 flex-col items-center justify-center gap-x-2 rounded-sm border px-1 text-sm font-medium select-none sm:min-h-9 sm:flex-row sm:px-3 sm:text-base",
        pressed
          ? "border-accent bg-accent text-on-accent"
          : "border-rule-strong hover:border-accent hover:bg-accent-wash hover:text-accent",
      )}
    >
      <Icon size={15} aria-hidden />
      {label}
      <span
        aria-hidden
        className={clsx(
          "hidden leading-none sm:block pointer-coarse:hidden",
          pressed && "[&_kbd]:text-on-accent",
        )}
      >
        <Kbd>{keyCap(binding)}</Kbd>
      </span>
    </button>
  );
}
