/** What the audit log calls that which happens outside tRPC. */
export const SIGNED_IN = "accounts.signIn";
export const SIGN_IN_REFUSED = "accounts.signInRefused";
export const SIGNED_OUT = "accounts.signOut";
