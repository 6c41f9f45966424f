import type { ItemView } from "@/server/review/item-view.schema";
import type { NextAnswer } from "@/server/review/queue-view.schema";

export interface DeckState {
  /** Items that are leased and read, in the order in which they will be shown. */
  readonly ready: readonly ItemView[];
  readonly asking: boolean;
  /** Why there are no more, as the server says; null: there may be. */
  readonly none: string | null;
  readonly error: Error | null;
}

export interface DeckDeps {
  readonly ask: (except: readonly number[]) => Promise<NextAnswer>;
  /** Items that the person has before them or has just decided: not to be given again. */
  readonly except: () => readonly number[];
  /** How many to have ready. */
  readonly depth: number;
}

/** Keeps the next items at hand, so that none has to be waited for. A store for `useSyncExternalStore`. */
export class Deck {
  readonly #deps: DeckDeps;
  readonly #listeners = new Set<() => void>();
  #state: DeckState = { ready: [], asking: false, none: null, error: null };
  #stopped = false;

  constructor(deps: DeckDeps) {
    this.#deps = deps;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly snapshot = (): DeckState => this.#state;

  /** Takes the next item off the deck and asks for another; null where none is ready. */
  take(): ItemView | null {
    const [first = null, ...ready] = this.#state.ready;
    if (first !== null) this.#set({ ...this.#state, ready });
    this.fill();
    return first;
  }

  /** Takes an item away that is shown by other means, or lost. */
  drop(number: number): void {
    this.#set({ ...this.#state, ready: this.#state.ready.filter((item) => item.number !== number) });
  }

  /** Asks until enough are ready or there are no more. One question at a time, so that no answer can cross another. */
  fill(): void {
    const { asking, ready } = this.#state;
    if (asking || this.#stopped || ready.length >= this.#deps.depth) return;
    this.#set({ ...this.#state, asking: true });
    this.#ask().catch(() => undefined);
  }

  /** Asks no more, as the page is left. */
  stop(): void {
    this.#stopped = true;
  }

  start(): void {
    this.#stopped = false;
  }

  async #ask(): Promise<void> {
    const except = [...this.#deps.except(), ...this.#state.ready.map(({ number }) => number)];
    try {
      const answer = await this.#deps.ask(except);
      if ("none" in answer) {
        this.#set({ ...this.#state, asking: false, none: answer.none, error: null });
        return;
      }
      this.#set({ ready: [...this.#state.ready, answer.item], asking: false, none: null, error: null });
      this.fill();
    } catch (error) {
      const known = error instanceof Error ? error : new Error(String(error));
      this.#set({ ...this.#state, asking: false, error: known });
    }
  }

  #set(state: DeckState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
