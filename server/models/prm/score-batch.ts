import { EngineError } from "../engine";

/** Asks about several items at once; answers in their order, or throws for all of them. */
type Ask<T, R> = (items: readonly T[], signal: AbortSignal) => Promise<readonly R[]>;

/** Failures that one item can cause for all that are sent with it. */
const MAY_BE_ONE_ITEM = new Set<EngineError["kind"]>(["bad-request", "bad-response", "context-too-long"]);

/**
 * Answers or failures, one an item. A request that is refused is halved until the item that spoils it stands alone, so that it
 * costs the others a few more requests and nothing else.
 */
export async function askIsolating<T, R>(
  ask: Ask<T, R>,
  items: readonly T[],
  signal: AbortSignal,
): Promise<readonly PromiseSettledResult<R>[]> {
  try {
    const answers = await ask(items, signal);
    return answers.map((value) => ({ status: "fulfilled", value }));
  } catch (reason) {
    const shared = !(reason instanceof EngineError) || !MAY_BE_ONE_ITEM.has(reason.kind);
    if (shared || items.length < 2) return items.map(() => ({ status: "rejected", reason }));
    const middle = Math.ceil(items.length / 2);
    const first = await askIsolating(ask, items.slice(0, middle), signal);
    return [...first, ...(await askIsolating(ask, items.slice(middle), signal))];
  }
}
