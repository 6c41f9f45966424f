import { createPrefixCache } from "./prefix-cache";

/** How long a server with continuous batching takes: a step of all running sequences gives each of them one token. */
export interface DecodeTimes {
  /** Milliseconds of a step, whatever runs: weights are read once for all. */
  readonly stepMs: number;
  /** Milliseconds that each running sequence adds to a step. */
  readonly sequenceMs: number;
  /** Milliseconds of one prompt token that is not in the prefix cache; everything else waits meanwhile. */
  readonly prefillMs: number;
  /** Sequences that run at once; others queue in order of arrival. */
  readonly sequences: number;
  /** Tokens whose KV is kept. */
  readonly cacheTokens: number;
}

export interface DecodeJob {
  readonly prompt: string;
  readonly text: string;
  readonly tokens: number;
  readonly done: () => void;
}

export interface DecodeCounters {
  readonly generated: number;
  readonly prefilled: number;
  readonly cached: number;
}

/** A model of a server's time, moved on by whoever reads the clock; late readings lose nothing. */
export interface DecodeModel {
  add(job: DecodeJob, now: number): void;
  /** The client is gone: what is not generated yet never is. */
  drop(job: DecodeJob, now: number): void;
  /** Calls `done` of all that ended by then. */
  advance(now: number): void;
  /** When the next sequence ends, or null. */
  nextAt(): number | null;
  counters(): DecodeCounters;
}

interface Running {
  readonly job: DecodeJob;
  left: number;
}

export function createDecodeModel(times: DecodeTimes): DecodeModel {
  const cache = createPrefixCache(times.cacheTokens);
  const queue: DecodeJob[] = [];
  let running: Running[] = [];
  let clock = 0;
  /** Prompt work to do before the next step. */
  let prefill = 0;
  let generated = 0;
  let prefilled = 0;
  let cached = 0;

  const stepMs = (): number => times.stepMs + times.sequenceMs * running.length;
  const firstLeft = (): number => running.reduce((least, { left }) => Math.min(least, left), Infinity);

  function start(): void {
    while (running.length < times.sequences) {
      const job = queue.shift();
      if (job === undefined) return;
      const prompt = cache.read(job.prompt);
      prefill += prompt.missing * times.prefillMs;
      prefilled += prompt.missing;
      cached += prompt.held;
      running.push({ job, left: job.tokens });
    }
  }

  /** Steps that take `ms`, the prompt work before them included. */
  function run(ms: number): void {
    const reading = Math.min(ms, prefill);
    prefill -= reading;
    const steps = (ms - reading) / stepMs();
    for (const one of running) one.left -= steps;
    generated += steps * running.length;
    clock += ms;
  }

  function end(): void {
    const ended = running.filter(({ left }) => left < 1e-6);
    running = running.filter(({ left }) => left >= 1e-6);
    for (const { job } of ended) cache.keep(job.prompt + job.text);
    start();
    for (const { job } of ended) job.done();
  }

  function advance(now: number): void {
    while (running.length > 0) {
      const needed = prefill + firstLeft() * stepMs();
      if (clock + needed > now) {
        run(Math.max(0, now - clock));
        return;
      }
      run(needed);
      end();
    }
    clock = Math.max(clock, now);
  }

  return {
    add(job, now) {
      advance(now);
      queue.push(job);
      start();
    },
    drop(job, now) {
      advance(now);
      const waiting = queue.indexOf(job);
      if (waiting >= 0) queue.splice(waiting, 1);
      running = running.filter((one) => one.job !== job);
      start();
    },
    advance,
    nextAt: () => (running.length === 0 ? null : clock + prefill + firstLeft() * stepMs()),
    counters: () => ({ generated: Math.round(generated), prefilled, cached }),
  };
}
