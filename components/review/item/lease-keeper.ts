import type { LeaseView } from "@/server/review/item-view.schema";
import type { RenewAnswer } from "@/server/review/queue-view.schema";

/** Each so often all leases at hand are renewed; the server's run three times as long. */
export const RENEW_EVERY_MS = 60_000;

/** The leases that a page holds, and the items whose lease it lost. A store for `useSyncExternalStore`. */
export class LeaseKeeper {
  readonly #held = new Map<number, LeaseView>();
  readonly #listeners = new Set<() => void>();
  #lost: ReadonlySet<number> = new Set();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Numbers of items that somebody else may have been given meanwhile. */
  readonly lost = (): ReadonlySet<number> => this.#lost;

  hold(number: number, lease: LeaseView): void {
    this.#held.set(number, lease);
    if (!this.#lost.has(number)) return;
    this.#lost = new Set([...this.#lost].filter((each) => each !== number));
    this.#tell();
  }

  leaseOf(number: number): LeaseView | null {
    return this.#held.get(number) ?? null;
  }

  /** The item is decided or left; gives the lease that it had. */
  drop(number: number): LeaseView | null {
    const lease = this.leaseOf(number);
    this.#held.delete(number);
    return lease;
  }

  ids(): string[] {
    return [...this.#held.values()].map(({ id }) => id);
  }

  numbers(): number[] {
    return [...this.#held.keys()];
  }

  /** Takes in what the server said about all leases. */
  renewed({ leases, lost }: RenewAnswer): void {
    const gone: number[] = [];
    for (const [number, held] of this.#held) {
      const fresh = leases.find(({ id }) => id === held.id);
      if (fresh !== undefined) this.#held.set(number, fresh);
      if (lost.includes(held.id)) gone.push(number);
    }
    if (gone.length === 0) return;
    for (const number of gone) this.#held.delete(number);
    this.#lost = new Set([...this.#lost, ...gone]);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
