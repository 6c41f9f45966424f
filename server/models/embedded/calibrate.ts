import os from "node:os";
import type { LlamaModel } from "node-llama-cpp";
import { systemClock, type Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import { EngineError } from "../engine";
import type { Calibration, EmbeddedLayout, TriedLayout } from "./calibration.schema";
import { bestLayout, defaultLayout, nextLayout } from "./layout";
import { loadModel, type ModelFile } from "./load-model";
import { measureLayout } from "./measure-layout";

const BUDGET_MS = 30_000;
const ONE_LAYOUT_MS = 4000;

export interface CalibrateOptions extends ModelFile {
  /** Most tokens of one sequence; memory depends on it. */
  readonly contextTokens?: number;
  /** No further layout is begun that would not end within this many milliseconds, as far as the last one tells. */
  readonly budgetMs?: number;
  readonly clock?: Clock;
}

/**
 * Measures a handful of layouts with the file on this machine and gives the best. It takes up to about 30 s; on slow machines
 * it ends with fewer layouts. Nothing else should run meanwhile.
 * @throws EngineError as `openEmbeddedEngine`, or `unreachable` where no layout could be measured
 */
export async function calibrate(options: CalibrateOptions): Promise<Calibration> {
  const clock = options.clock ?? systemClock;
  const started = clock.now();
  const { model, machine, fileBytes } = await loadModel(options);
  try {
    const { contextTokens } = defaultLayout(machine, options);
    const deadline = started + (options.budgetMs ?? BUDGET_MS);
    const tried: TriedLayout[] = [];
    for (let longest = 0; clock.now() + longest < deadline;) {
      const layout = nextLayout(machine, contextTokens, tried);
      if (layout === null) break;
      const begun = clock.now();
      const tokensPerSecond = await speedOf(model, layout, options);
      options.logger?.info({ layout, tokensPerSecond }, "A layout was measured.");
      tried.push({ layout, tokensPerSecond });
      longest = Math.max(longest, clock.now() - begun);
    }
    const best = bestLayout(tried);
    if (best === null) throw new EngineError("unreachable", "No layout could be measured on this machine.");
    return { ...best, measuredAt: clock.now(), machine: machineName(), fileBytes, tried };
  } finally {
    await model.dispose();
  }
}

/** Of the machine that this process runs on: a calibration counts only there. */
export function machineName(): string {
  const model = os.cpus()[0]?.model.trim() ?? os.arch();
  return `${model} × ${os.availableParallelism()}`;
}

/** 0 where the layout does not fit, so that it is never chosen. */
async function speedOf(
  model: LlamaModel,
  layout: EmbeddedLayout,
  options: CalibrateOptions,
): Promise<number> {
  try {
    const clock = options.clock ?? systemClock;
    return await measureLayout(model, { layout, limitMs: ONE_LAYOUT_MS, clock });
  } catch (error) {
    options.logger?.info({ layout, reason: errorMessage(error) }, "A layout could not be measured.");
    return 0;
  }
}
