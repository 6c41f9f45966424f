import type { Clock } from "@/server/foundation/clock";
import type { Engine, StepScoreRequest } from "../engine";
import type { Capabilities } from "../models.schema";
import type { Connection } from "../openai/connection";
import { createHttpClient, type Timeouts } from "../openai/http";
import { listedModel } from "../openai/listed-model";
import { findFormat } from "./find-format";
import { createMicroBatcher } from "./micro-batch";
import { poolTexts } from "./pooling";
import type { PrmFormat } from "./prm-format";
import { askIsolating } from "./score-batch";
import { stepValues } from "./step-values";
import { writesNothing } from "./writes-nothing";

const PATHS_A_REQUEST = 32;
const WINDOW_MS = 8;
const REQUESTS_AT_ONCE = 4;

export interface PrmOptions {
  readonly connection: Connection;
  /** Requests of up to 32 paths at once, where a person said so. */
  readonly maxConcurrency: number | null;
  readonly clock: Clock;
  readonly timeouts?: Timeouts;
}

export interface PrmEngine extends Engine {
  readonly capabilities: Capabilities;
  scoreSteps(
    requests: readonly StepScoreRequest[],
    signal: AbortSignal,
  ): Promise<readonly (readonly number[])[]>;
}

/**
 * A process reward model behind vLLM's `/pooling` (method 3.1). It scores all steps of a path in one pass; paths that hundreds of
 * problems ask for at about the same time go in few requests. A call fails when one of its paths does, so ask for one path a call.
 * @throws EngineError when the server cannot be reached, has not the model, or does not answer one row a step
 */
export async function openPrmEngine(options: PrmOptions): Promise<PrmEngine> {
  const { connection, clock } = options;
  const http = createHttpClient(connection, options.timeouts);
  const server = { http, connection };
  const never = new AbortController().signal;
  const { contextTokens, format } = await examine().catch(async (error: unknown) => {
    await http.close();
    throw error;
  });
  const inFlight = options.maxConcurrency ?? REQUESTS_AT_ONCE;
  const batcher = createMicroBatcher<StepScoreRequest, readonly number[]>({
    run: (paths, signal) => askIsolating(score, paths, signal),
    size: PATHS_A_REQUEST,
    windowMs: WINDOW_MS,
    inFlight,
    clock,
  });

  async function examine(): Promise<{ contextTokens: number | null; format: PrmFormat }> {
    const listed = await listedModel(server, never);
    return { contextTokens: listed.contextTokens, format: await findFormat(server, never) };
  }

  async function score(paths: readonly StepScoreRequest[], signal: AbortSignal): Promise<number[][]> {
    const rows = await poolTexts(
      server,
      paths.map((path) => format.render(path)),
      signal,
    );
    return paths.map(({ steps }, index) => stepValues(rows[index] ?? [], steps.length, format));
  }

  return {
    capabilities: capabilitiesOf({ contextTokens, format, now: clock.now() }),
    sequences: PATHS_A_REQUEST * inFlight,
    scoreSteps: (requests, signal) =>
      Promise.all(
        requests.map((path) => (path.steps.length === 0 ? Promise.resolve([]) : batcher.ask(path, signal))),
      ),
    generate: () => Promise.reject(writesNothing()),
    renderPrompt: () => Promise.reject(writesNothing()),
    async close() {
      batcher.close();
      await http.close();
    },
  };
}

interface Found {
  readonly contextTokens: number | null;
  readonly format: PrmFormat;
  readonly now: number;
}

function capabilitiesOf({ contextTokens, format, now }: Found): Capabilities {
  return {
    probedAt: now,
    prefixMode: "ask-to-continue",
    samplesPerRequest: false,
    logprobs: false,
    contextTokens,
    dialect: "vllm",
    chatTemplate: "chatml-assumed",
    likelihood: false,
    labels: false,
    stepScores: true,
    notes: [`Reads solutions as ${format.name} does: a value after each ${format.tag}.`],
  };
}
