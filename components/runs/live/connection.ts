/** How the live connection stands. "off": nothing more will come. */
export type Connection = "off" | "connecting" | "live" | "reconnecting" | "lost";

/** The words for how a subscription stands. */
export function connectionOf(subscription: { readonly status: string; readonly error: unknown }): Connection {
  if (subscription.status === "pending") return "live";
  if (subscription.status === "error") return "lost";
  return subscription.error === null ? "connecting" : "reconnecting";
}
