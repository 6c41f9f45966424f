import { makeChain } from "./chain";
import type { CallPurpose } from "./io";
import { solveMessages } from "./prompts";
import type { OpenStage } from "./stage";
import { isRight } from "./terminal";
import type { Chain } from "./types";

/** Fewer characters a token than models use, so that prefix and continuation stay within the limit together. */
const CHARS_PER_TOKEN = 3;
const MIN_TOKENS = 32;

export interface RolloutPlan {
  readonly purpose: Extract<CallPurpose, "rollout" | "luck-check">;
  /** Most rollouts of one prefix. */
  readonly limit: number;
  /** Rollouts asked for at once. */
  readonly batch: number;
  /** Sequential stopping: ask no more once one was right. */
  readonly untilFirstRight: boolean;
}

export interface RolloutsOfPrefix {
  readonly prefixSteps: readonly string[];
  readonly chains: readonly Chain[];
  readonly wins: number;
  /** False when calls failed before the plan was carried out: the prefix is then undecided. */
  readonly complete: boolean;
}

/**
 * Rollouts of the policy from prefixes, once for each prefix text: searches that meet at a prefix share them,
 * so what a prefix is worth does not depend on who asked first.
 */
export class Rollouts {
  readonly #stage: OpenStage;
  readonly #plan: RolloutPlan;
  readonly #started = new Map<string, Promise<RolloutsOfPrefix>>();

  constructor(stage: OpenStage, plan: RolloutPlan) {
    this.#stage = stage;
    this.#plan = plan;
  }

  from(prefixSteps: readonly string[]): Promise<RolloutsOfPrefix> {
    const prefix = prefixSteps.join("");
    const running = this.#started.get(prefix) ?? this.#draw(prefixSteps);
    this.#started.set(prefix, running);
    return running;
  }

  /** All chains, by prefix and not by arrival. Waits for what is still running. */
  async chains(): Promise<Chain[]> {
    const prefixes = [...this.#started].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const drawn = await Promise.all(prefixes.map(([, running]) => running));
    return drawn.flatMap(({ chains }) => chains);
  }

  async #draw(prefixSteps: readonly string[]): Promise<RolloutsOfPrefix> {
    const { sample, problem, config } = this.#stage;
    const { purpose, limit, batch, untilFirstRight } = this.#plan;
    const prefix = prefixSteps.join("");
    const used = Math.ceil(prefix.length / CHARS_PER_TOKEN);
    const chains: Chain[] = [];
    let wins = 0;
    const enough = () => chains.length >= limit || (untilFirstRight && wins > 0);
    while (!enough()) {
      const n = Math.min(batch, limit - chains.length);
      const samples = await sample({
        purpose,
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
      for (const drawn of samples) {
        const source = { sample: drawn, prefixSteps, continuation: drawn.text } as const;
        const chain = makeChain(this.#stage, { ...source, origin: "rollout", role: "policy" });
        chains.push(chain);
        wins += isRight(chain) ? 1 : 0;
      }
      if (samples.length < n) break;
    }
    return {
      prefixSteps,
      chains,
      wins,
      complete: enough(),
    };
  }
}
