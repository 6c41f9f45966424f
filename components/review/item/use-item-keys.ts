"use client";

import { useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import type { ActionId } from "./keys/actions";
import { actionFor, type KeyChoices } from "./keys/bindings";
import { keyOf } from "./keys/key-of";
import { goesOn, typeDigit, type TypedDigits } from "./keys/typed-step";

interface ItemKeys {
  readonly choices: KeyChoices;
  readonly blind: boolean;
  /** Steps of the chain that number keys mark. */
  readonly steps: number;
  readonly onAction: (id: ActionId) => void;
  readonly onStep: (step: number) => void;
  /** From 0. */
  readonly onReason: (index: number) => void;
}

/** Listens to the keys of an item. They are off while somebody types and while a dialog is open. */
export function useItemKeys({ choices, blind, steps, onAction, onStep, onReason }: ItemKeys): void {
  const typed = useRef<TypedDigits | null>(null);
  const mark = (digit: string, at: number): void => {
    const read = typeDigit(typed.current, { digit, at }, steps);
    typed.current = read.typed;
    if (read.step !== null) onStep(read.step);
  };
  useHotkeys(
    "*",
    (event) => {
      const key = keyOf(event);
      if (key === null || event.repeat) return;
      const number = /^(shift\+)?(\d)$/.exec(key);
      const digit = number?.[2];
      if (number?.[1] !== undefined && digit !== undefined && digit !== "0") {
        event.preventDefault();
        onReason(Number(digit) - 1);
        return;
      }
      if (digit !== undefined && (digit !== "0" || goesOn(typed.current, event.timeStamp, steps))) {
        mark(digit, event.timeStamp);
        return;
      }
      typed.current = null;
      const action = actionFor(choices, key, blind);
      if (action === null) return;
      event.preventDefault();
      onAction(action);
    },
    { ignoreEventWhen: inDialog },
  );
}

function inDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;
}
