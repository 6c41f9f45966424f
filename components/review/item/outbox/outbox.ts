import type { Entry, NewEntry, Refusal } from "./entry";
import * as queue from "./queue";
import type { EntryStorage } from "./storage";

/** What became of an act that was sent. */
export type Answer<Receipt> =
  | { readonly kind: "delivered"; readonly seq: number; readonly receipt: Receipt }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** The server answered that it is in trouble. */
  | { readonly kind: "trouble"; readonly refusal: Refusal }
  /** No answer: the network is gone, or the person is signed out. */
  | { readonly kind: "cut"; readonly why: "network" | "signed-out" };

export interface OutboxDeps<Receipt> {
  readonly storage: EntryStorage;
  readonly send: (entry: Entry) => Promise<Answer<Receipt>>;
  readonly now: () => number;
  /** Calls back after so many milliseconds; the answer takes it back. */
  readonly later: (milliseconds: number, action: () => void) => () => void;
  readonly onAnswer: (entry: Entry, answer: Exclude<Answer<Receipt>, { kind: "cut" | "trouble" }>) => void;
  /** Lets only one tab send at a time, where the browser can. */
  readonly exclusively: (work: () => Promise<void>) => Promise<void>;
}

export interface OutboxState {
  readonly entries: queue.Queue;
  /** Why nothing is sent at the moment; null: it is being sent, or all is. */
  readonly cut: "network" | "signed-out" | "trouble" | null;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/** Keeps acts until they are delivered and sends them one after the other. A store for `useSyncExternalStore`. */
export class Outbox<Receipt> {
  readonly #deps: OutboxDeps<Receipt>;
  readonly #listeners = new Set<() => void>();
  #state: OutboxState;
  #sending = false;
  #wait = FIRST_WAIT_MS;
  #cancelWait: () => void = () => undefined;

  constructor(deps: OutboxDeps<Receipt>) {
    this.#deps = deps;
    this.#state = { entries: deps.storage.read(), cut: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly snapshot = (): OutboxState => this.#state;

  add(act: NewEntry): void {
    this.#write((entries) => queue.added(entries, act, this.#deps.now()));
    this.flush();
  }

  discard(actId: string): void {
    this.#write((entries) => queue.without(entries, actId));
  }

  sendAgain(actId: string): void {
    this.#write((entries) => queue.again(entries, actId));
    this.flush();
  }

  /** Another tab has written. */
  reread(): void {
    this.#set({ ...this.#state, entries: this.#deps.storage.read() });
  }

  /** Sends what waits, now: a new act, the network is back, the page is seen again. */
  flush(): void {
    this.#cancelWait();
    if (this.#sending || queue.nextToSend(this.#state.entries) === null) return;
    this.#sending = true;
    this.#deps
      .exclusively(() => this.#sendAll())
      .catch(() => {
        this.#pause("trouble");
      })
      .finally(() => {
        this.#sending = false;
        // An act may have come between the last look and now.
        if (this.#state.cut === null) this.flush();
      });
  }

  stop(): void {
    this.#cancelWait();
    this.#listeners.clear();
  }

  async #sendAll(): Promise<void> {
    this.reread();
    for (;;) {
      const entry = queue.nextToSend(this.#state.entries);
      if (entry === null) return;
      const answer = await this.#deps.send(entry);
      const { actId } = entry.input;
      if (answer.kind === "cut") {
        this.#pause(answer.why);
        return;
      }
      if (answer.kind === "trouble") {
        this.#write((entries) => queue.troubled(entries, actId, answer.refusal));
        this.#pause("trouble");
        return;
      }
      this.#wait = FIRST_WAIT_MS;
      this.#write((entries) =>
        answer.kind === "delivered"
          ? queue.delivered(entries, actId, answer.seq)
          : queue.refused(entries, actId, answer.refusal),
      );
      this.#set({ ...this.#state, cut: null });
      this.#deps.onAnswer(entry, answer);
    }
  }

  #pause(cut: NonNullable<OutboxState["cut"]>): void {
    this.#set({ ...this.#state, cut });
    this.#cancelWait = this.#deps.later(this.#wait, () => {
      this.flush();
    });
    this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
  }

  #write(change: (entries: queue.Queue) => queue.Queue): void {
    const before = this.#state.entries;
    const entries = change(before);
    this.#deps.storage.write(before, entries);
    this.#set({ ...this.#state, entries });
  }

  #set(state: OutboxState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
