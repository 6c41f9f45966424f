import { z } from "zod";
import { ACTIONS, type Action, type ActionId, type Where } from "./actions";

/** Keys that a person has set, by action; what is missing has the table's key. */
export type KeyChoices = Partial<Readonly<Record<ActionId, string>>>;

/** Under this name a person's keys are among their preferences. */
export const KEYS_PREFERENCE = "item-keys";

const storedSchema = z.record(z.string(), z.string().min(1).max(20));

/** Reads what was stored, also by another version of the app: unknown actions and keys that clash are left out. */
export function readKeyChoices(stored: unknown): KeyChoices {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return {};
  let choices: KeyChoices = {};
  for (const { id } of ACTIONS) {
    const key = parsed.data[id];
    if (key !== undefined) choices = { ...choices, [id]: key };
  }
  for (;;) {
    const clashing = ACTIONS.filter(
      ({ id }) => choices[id] !== undefined && clashOf(choices, id, keyFor(choices, id)) !== null,
    );
    if (clashing.length === 0) return choices;
    choices = without(choices, clashing);
  }
}

/** Also what they left free may be taken by another choice now. */
function without(choices: KeyChoices, actions: readonly Action[]): KeyChoices {
  return Object.fromEntries(
    Object.entries(choices).filter(([id]) => !actions.some((action) => action.id === id)),
  );
}

export function keyFor(choices: KeyChoices, id: ActionId): string {
  return choices[id] ?? ACTIONS.find((action) => action.id === id)?.key ?? "";
}

/** The action of a key, in a blind campaign or an open one. */
export function actionFor(choices: KeyChoices, key: string, blind: boolean): ActionId | null {
  const mode = blind ? "blind" : "open";
  const found = ACTIONS.find(({ id, where }) => meets(where, mode) && keyFor(choices, id) === key);
  return found?.id ?? null;
}

/** Why `key` cannot be the key of the action, in plain words; null where it can. */
export function clashOf(choices: KeyChoices, id: ActionId, key: string): string | null {
  if (/^(?:shift\+)?[1-9]$/.test(key)) return "Number keys mark steps, with Shift they choose reasons.";
  const action = ACTIONS.find((each) => each.id === id);
  const other = ACTIONS.find(
    (each): each is Action =>
      each.id !== id &&
      keyFor(choices, each.id) === key &&
      action !== undefined &&
      meets(each.where, action.where),
  );
  return other === undefined ? null : `That key is taken: ${other.label}.`;
}

function meets(a: Where, b: Where): boolean {
  return a === "always" || b === "always" || a === b;
}
