import { makeChain } from "./chain";
import type { CallPurpose } from "./io";
import { solveMessages } from "./prompts";
import type { OpenStage } from "./stage";
import { isRight, isWrong } from "./terminal";
import type { Chain } from "./types";

/** Fewer characters a token than models use, so that prefix and continuation stay within the limit together. */
const CHARS_PER_TOKEN = 3;
const MIN_TOKENS = 32;

export interface RolloutTest {
  /** Most rollouts of one prefix. */
  readonly limit: number;
  /** Rollouts asked for at once. */
  readonly batch: number;
  /** Sequential stopping: ask no more once one came out so. */
  readonly until: "right" | "wrong" | null;
}

export interface RolloutPlan extends RolloutTest {
  readonly purpose: Extract<CallPurpose, "rollout" | "luck-check">;
}

export interface RolloutsOfPrefix {
  readonly prefixSteps: readonly string[];
  readonly chains: readonly Chain[];
  readonly wins: number;
  /** False when calls failed before the test was carried out: the prefix is then undecided. */
  readonly complete: boolean;
}

interface Drawn {
  readonly prefixSteps: readonly string[];
  readonly chains: Chain[];
  failed: boolean;
  taken: number;
  last: Promise<unknown>;
}

/**
 * Rollouts of the policy from prefixes, once for each prefix text: whoever tests a prefix reads the same stream
 * of rollouts from its start and draws only what is missing, so what a prefix is worth does not depend on who
 * asked first. Tests of one prefix that run at the same time must ask in the same batches up to the smaller limit.
 */
export class Rollouts {
  readonly #stage: OpenStage;
  readonly #plan: RolloutPlan;
  readonly #drawn = new Map<string, Drawn>();

  constructor(stage: OpenStage, plan: RolloutPlan) {
    this.#stage = stage;
    this.#plan = plan;
  }

  /** @param test what differs from the plan for this prefix */
  from(prefixSteps: readonly string[], test: Partial<RolloutTest> = {}): Promise<RolloutsOfPrefix> {
    const prefix = prefixSteps.join("");
    const drawn: Drawn = this.#drawn.get(prefix) ?? {
      prefixSteps,
      chains: [],
      failed: false,
      taken: 0,
      last: Promise.resolve(),
    };
    this.#drawn.set(prefix, drawn);
    const result = drawn.last.then(() => this.#read(drawn, { ...this.#plan, ...test }));
    drawn.last = result;
    return result;
  }

  /** Chains drawn from a prefix since they were last taken. */
  take(prefixSteps: readonly string[]): readonly Chain[] {
    const drawn = this.#drawn.get(prefixSteps.join(""));
    if (drawn === undefined) return [];
    const fresh = drawn.chains.slice(drawn.taken);
    drawn.taken = drawn.chains.length;
    return fresh;
  }

  /** All chains, by prefix and not by arrival. Waits for what is still running. */
  async chains(): Promise<Chain[]> {
    const prefixes = [...this.#drawn].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, drawn]) => drawn);
    await Promise.all(prefixes.map(({ last }) => last));
    return prefixes.flatMap(({ chains }) => chains);
  }

  async #read(drawn: Drawn, { limit, batch, until }: RolloutTest): Promise<RolloutsOfPrefix> {
    const isMet = until === null ? () => false : until === "right" ? isRight : isWrong;
    let end = 0;
    const enough = () => end >= limit || drawn.chains.slice(0, end).some(isMet);
    while (!enough()) {
      const wanted = Math.min(end + batch, limit);
      if (wanted > drawn.chains.length && !drawn.failed) await this.#draw(drawn, wanted);
      end = Math.min(wanted, drawn.chains.length);
      if (end < wanted) break;
    }
    const chains = drawn.chains.slice(0, end);
    const { prefixSteps } = drawn;
    return { prefixSteps, chains, wins: chains.filter(isRight).length, complete: enough() };
  }

  async #draw(drawn: Drawn, wanted: number): Promise<void> {
    const { sample, problem, config } = this.#stage;
    const { prefixSteps } = drawn;
    const prefix = prefixSteps.join("");
    const used = Math.ceil(prefix.length / CHARS_PER_TOKEN);
    const n = wanted - drawn.chains.length;
    const samples = await sample({
      purpose: this.#plan.purpose,
      role: "policy",
      messages: solveMessages(problem),
      prefix,
      depth: prefixSteps.length,
      n,
      sampling: {
        temperature: config.temperature,
        topP: config.topP,
        maxTokens: Math.max(MIN_TOKENS, config.maxTokens - used),
        stop: [],
      },
    });
    for (const one of samples) {
      const source = { sample: one, prefixSteps, continuation: one.text } as const;
      drawn.chains.push(makeChain(this.#stage, { ...source, origin: "rollout", role: "policy" }));
    }
    drawn.failed = samples.length < n;
  }
}
