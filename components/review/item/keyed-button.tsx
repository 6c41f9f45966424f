"use client";

import { Button, type ButtonProps } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { ActionId } from "./keys/actions";
import { keyFor, type KeyChoices } from "./keys/bindings";
import { keyCap, keyShortcut } from "./keys/key-of";

interface KeyedButtonProps extends Omit<ButtonProps, "aria-keyshortcuts"> {
  readonly action: ActionId;
  readonly choices: KeyChoices;
}

/** A button with the key that does the same; the key is not part of its name. */
export function KeyedButton({ action, choices, children, ...rest }: KeyedButtonProps) {
  const key = keyFor(choices, action);
  return (
    <Button {...rest} aria-keyshortcuts={keyShortcut(key)}>
      {children}
      <span aria-hidden className="leading-none pointer-coarse:hidden">
        <Kbd>{keyCap(key)}</Kbd>
      </span>
    </Button>
  );
}
