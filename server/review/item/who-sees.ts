import type { Actor } from "@/server/accounts/accounts.schema";

/** Whether a person leads reviews: settles conflicts, sets gold items. */
export function leads({ role }: Actor): boolean {
  return role === "runner" || role === "admin";
}

/** A name as the viewer may read it: their own, or anybody's for an administrator. */
export function nameFor(actor: Actor, person: { readonly id: string; readonly name: string }): string | null {
  return actor.role === "admin" || actor.id === person.id ? person.name : null;
}
