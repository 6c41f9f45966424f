/** What of a keyboard event tells which key it is. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const NAMED = new Set([
  "arrowleft",
  "arrowright",
  "arrowup",
  "arrowdown",
  "backspace",
  "delete",
  "home",
  "end",
]);

/**
 * The name of a key as bindings hold it: `a`, `shift+z`, `?`, `3`, `shift+3`, `arrowleft`. Letters and signs are what
 * the keyboard's layout makes of them, digits are those of the number row whatever Shift makes of them. Null for keys
 * with Ctrl, Alt or Meta, which are the browser's, and for those that have a meaning in every page.
 */
export function keyOf({ key, code, shiftKey, ctrlKey, altKey, metaKey }: PressedKey): string | null {
  if (ctrlKey || altKey || metaKey) return null;
  const shift = shiftKey ? "shift+" : "";
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined && (shiftKey || /^\d$/.test(key))) return `${shift}${digit}`;
  const name = key.toLowerCase();
  if (NAMED.has(name)) return `${shift}${name}`;
  if (!/^\S$/u.test(name)) return null;
  return /\p{L}/u.test(name) ? `${shift}${name}` : name;
}

const ARROWS: Readonly<Record<string, string>> = {
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
};

/** A binding as a key's cap shows it: "Shift Z" is `⇧z`. */
export function keyCap(binding: string): string {
  const name = binding.replace(/^shift\+/, "");
  const cap = ARROWS[name] ?? (name.length > 1 ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name);
  return binding.startsWith("shift+") ? `⇧${cap}` : cap;
}

/** A binding for screen readers and `aria-keyshortcuts`. */
export function keyShortcut(binding: string): string {
  return binding.replace(/^shift\+/, "Shift+").replace(/^arrow/, "Arrow");
}
