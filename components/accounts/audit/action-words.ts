/** Changes whose procedure's name does not say it by itself. */
const WORDS: Readonly<Record<string, string>> = {
  "accounts.setUp": "became the first administrator",
  "accounts.setPassword": "chose a first password",
  "accounts.join": "came in by an invitation",
  "accounts.signIn": "signed in",
  "accounts.signInRefused": "was not let in",
  "accounts.signOut": "signed out",
  "accounts.rename": "changed their name",
  "accounts.changePassword": "changed their password",
  "accounts.revokeSession": "ended a session",
  "accounts.passwordLink": "made a link for a new password",
  "accounts.newPassword": "took a new password by a link",
  "accounts.invite": "invited somebody",
  "accounts.revoke": "took an invitation back",
  "accounts.setRole": "gave a role",
  "accounts.disable": "disabled somebody",
  "accounts.enable": "let somebody in again",
};

/** An action of the audit log as a person reads it; one without words of its own by its name: "runs: launch". */
export function actionWords(action: string): string {
  const known = WORDS[action];
  if (known !== undefined) return known;
  const [where = "", ...rest] = action.split(".");
  const what = rest
    .map((part) => part.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(" ");
  return what === "" ? where : `${where}: ${what}`;
}
