import type { Engine } from "../engine";
import type { InFlightLimit } from "./in-flight-limit";
import type { Tenant } from "./tenants";
import type { WaitingLine } from "./waiting-line";

/**
 * Puts a question to an engine and keeps the answer for whoever asked. `onSample` is called for each sample that is finished
 * before the others.
 * @returns generated tokens; null for questions that generate nothing
 */
export type Question = (engine: Engine, signal: AbortSignal, onSample: () => void) => Promise<number | null>;

/** Where a call is. */
export type Place =
  | { readonly kind: "ready"; readonly replica: Replica }
  | { readonly kind: "delayed" }
  | { readonly kind: "sent"; readonly control: AbortController }
  | { readonly kind: "nowhere" };

/** A question from the time it is handed in until it is answered or given up. */
export interface Call {
  readonly key: string;
  readonly question: Question;
  /** As how many samples it counts. */
  readonly samples: number;
  readonly tenant: Tenant;
  readonly prefixKey: string;
  readonly depth: number;
  readonly problemPosition: number;
  /** Order of arrival. */
  readonly sequence: number;
  readonly signal: AbortSignal;
  /** @param durationMs from the first sending */
  readonly resolve: (durationMs: number) => void;
  readonly reject: (reason: unknown) => void;
  place: Place;
  attempts: number;
  firstSentAt: number | null;
  /** Time of its next attempt. */
  notBefore: number;
  /** Replicas that could not take it because they were down. */
  readonly refusedBy: Set<Replica>;
  /** The replica that failed it last: another is tried first. */
  failedOn: Replica | null;
}

/** An engine and how a page calls it. */
export interface NamedEngine {
  readonly name: string;
  readonly engine: Engine;
}

/** One engine of a model as the dispatcher sees it: what waits for it, what it works on, whether it lives. */
export interface Replica extends NamedEngine {
  readonly limit: InFlightLimit;
  readonly lines: Map<Tenant, WaitingLine<Call>>;
  /** Problems answered since the last sending, newest last: their KV cache is hot. */
  hot: string[];
  inFlight: number;
  /** What ends the attempts that it works on. */
  readonly attempts: Set<AbortController>;
  /** When it last gave a sign of life, or began to work. */
  heardAt: number;
  /** The server asked everybody to wait until then. */
  holdUntil: number;
  /** Null while it is up; else when it is asked whether it is back. */
  outage: { readonly checkAt: number } | null;
  /** Pause before the next such question; an answered call sets it back. */
  checkMs: number;
  answered: number;
  failures: number;
  lastError: string | null;
}
