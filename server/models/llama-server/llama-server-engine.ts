import { availableParallelism } from "node:os";
import path from "node:path";
import { systemClock, type Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import {
  EngineError,
  type Engine,
  type EngineErrorKind,
  type LabelRequest,
  type Likelihood,
  type LikelihoodRequest,
} from "../engine";
import type { Capabilities } from "../models.schema";
import { connectionTo } from "../openai/connection";
import { openOpenAiEngine, type OpenAiEngine } from "../openai/openai-engine";
import { startServer, type ServerProcess } from "./server-process";

const CONTEXT_TOKENS = 4096;
const START_MS = 5 * 60_000;
/** A broken connection is noticed before the end of the process behind it. */
const GRACE_MS = 500;
const MAY_BE_CRASH: ReadonlySet<EngineErrorKind> = new Set(["unreachable", "server-error"]);

export interface LlamaServerOptions {
  readonly binary: string;
  /** GGUF file. */
  readonly file: string;
  /** Sequences decoded at the same time. */
  readonly parallel: number;
  /** Most tokens of one sequence; 4096 unless given. */
  readonly contextTokens?: number;
  /** One a core unless given. */
  readonly threads?: number;
  readonly logFile: string;
  /** Milliseconds for loading the model. */
  readonly startMs?: number;
  /** Gives up the start. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  readonly logger?: Logger;
}

export interface LlamaServerEngine extends Engine {
  readonly capabilities: Capabilities;
}

interface Running {
  readonly server: ServerProcess;
  readonly engine: OpenAiEngine;
}

/**
 * A llama-server that is started for one file and ended by `close`. Where it crashes, the calls at that time fail with the last lines
 * of its log, and the next call starts it anew.
 * @throws EngineError `unreachable` with the last lines of its log
 */
export async function openLlamaServer(options: LlamaServerOptions): Promise<LlamaServerEngine> {
  const clock = options.clock ?? systemClock;
  const contextTokens = options.contextTokens ?? CONTEXT_TOKENS;
  const never = new AbortController().signal;
  const closing = new AbortController();
  let capabilities: Capabilities | null = null;
  let current: Running | null = null;
  let starting: Promise<Running> | null = null;

  async function start(): Promise<Running> {
    const crashed = current;
    current = null;
    await crashed?.engine.close();
    const signals = [closing.signal, ...(options.signal === undefined ? [] : [options.signal])];
    const server = await startServer(
      {
        binary: options.binary,
        file: options.file,
        parallel: options.parallel,
        contextTokens,
        threads: options.threads ?? availableParallelism(),
        logFile: options.logFile,
        startMs: options.startMs ?? START_MS,
        clock,
      },
      AbortSignal.any(signals),
    );
    try {
      const connection = connectionTo(server.origin, path.basename(options.file), null);
      if (connection === null) throw new Error(`${server.origin} is no address.`);
      const engine = await openOpenAiEngine({
        connection,
        capabilities,
        maxConcurrency: options.parallel,
        clock,
      });
      ({ capabilities } = engine);
      options.logger?.info({ file: options.file, origin: server.origin }, "llama-server runs.");
      current = { server, engine };
      return current;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** The running server; started once, however many calls wait for it. */
  async function running(): Promise<Running> {
    if (closing.signal.aborted) throw new EngineError("unreachable", "The engine is closed.");
    if (current !== null && current.server.ended() === null) return current;
    starting ??= start().finally(() => {
      starting = null;
    });
    return starting;
  }

  async function ask<T>(signal: AbortSignal, call: (engine: OpenAiEngine) => Promise<T>): Promise<T> {
    const { server, engine } = await running();
    try {
      return await call(engine);
    } catch (error) {
      if (signal.aborted || !(error instanceof EngineError)) throw error;
      if (server.ended() === null && MAY_BE_CRASH.has(error.kind)) await clock.sleep(GRACE_MS, signal);
      const ended = await server.ended();
      if (ended === null) throw error;
      options.logger?.warn({ file: options.file, reason: errorMessage(error) }, "llama-server ended.");
      throw new EngineError("unreachable", ended, { cause: error });
    }
  }

  let closed: Promise<void> | null = null;

  async function close(): Promise<void> {
    closing.abort(new EngineError("unreachable", "The engine is closed."));
    await starting?.catch(() => undefined);
    await current?.engine.close();
    await current?.server.close();
  }

  const { engine: first } = await running();
  const trained = first.capabilities.contextTokens ?? contextTokens;
  return {
    // The server tells what the model was trained on; a slot holds less.
    capabilities: { ...first.capabilities, contextTokens: Math.min(trained, contextTokens) },
    sequences: options.parallel,
    generate: (request, signal, onSample) =>
      ask(signal, (engine) => engine.generate(request, signal, onSample)),
    ...(first.capabilities.likelihood
      ? { likelihood: (request, signal) => ask(signal, (engine) => likelihoodOf(engine, request, signal)) }
      : {}),
    ...(first.capabilities.labels
      ? {
          labelProbabilities: (request, signal) => ask(signal, (engine) => labelsOf(engine, request, signal)),
        }
      : {}),
    check: (signal) => ask(signal, async (engine) => engine.check?.(signal)),
    renderPrompt: (messages) => ask(never, (engine) => engine.renderPrompt(messages)),
    close: () => (closed ??= close()),
  };
}

function likelihoodOf(engine: Engine, request: LikelihoodRequest, signal: AbortSignal): Promise<Likelihood> {
  if (engine.likelihood !== undefined) return engine.likelihood(request, signal);
  throw new EngineError("bad-response", "The server tells no likelihood any more.");
}

function labelsOf(engine: Engine, request: LabelRequest, signal: AbortSignal): Promise<readonly number[]> {
  if (engine.labelProbabilities !== undefined) return engine.labelProbabilities(request, signal);
  throw new EngineError("bad-response", "The server tells no probabilities any more.");
}
