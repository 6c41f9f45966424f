import { ROLE_WORDS, ROLES, type Role } from "@/server/accounts/accounts.schema";

/** The roles as a person reads them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  reader: "Reader",
  annotator: "Annotator",
  runner: "Runner",
  admin: "Administrator",
};

export const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }));

/** What a role may, as a sentence: "A reader reads everything, changes nothing." */
export function roleSentence(role: Role): string {
  const article = role === "reader" || role === "runner" ? "A" : "An";
  return `${article} ${ROLE_NAMES[role].toLowerCase()} ${ROLE_WORDS[role]}.`;
}
