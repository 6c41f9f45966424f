import os from "node:os";
import { getLlama, LlamaLogLevel, type Llama, type LlamaContext, type LlamaModel } from "node-llama-cpp";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { EngineError } from "../engine";
import { createBatchGate } from "./batch-gate";
import type { EmbeddedLayout } from "./calibration.schema";
import { checkGgufHeader } from "./gguf-file";
import type { Machine } from "./layout";
import { createLlamaSlot, type LlamaSlot } from "./llama-slot";

const MIN_CONTEXT_TOKENS = 512;

export interface ModelFile {
  /** GGUF file. */
  readonly file: string;
  /** Size that the file should have, where known: a shorter one was cut off. */
  readonly bytes?: number | null;
  /** For llama.cpp's own messages. */
  readonly logger?: Logger;
}

export interface LoadedModel {
  readonly model: LlamaModel;
  readonly machine: Machine;
  readonly fileBytes: number;
}

/** @throws EngineError `model-missing`, `model-damaged`, or `unreachable` where a build is wanting */
export async function loadModel({ file, bytes, logger }: ModelFile): Promise<LoadedModel> {
  const fileBytes = await checkGgufHeader(file);
  const expected = bytes ?? fileBytes;
  if (fileBytes !== expected) {
    const message = `${file} has ${fileBytes} bytes instead of ${expected}. Download it again, or remove the model and add the file anew.`;
    throw new EngineError("model-damaged", message);
  }
  const llama = await sharedLlama(logger);
  const model = await llama.loadModel({ modelPath: file }).catch((cause: unknown) => {
    throw new EngineError("model-damaged", loadFailure(file, cause), { cause });
  });
  return { model, machine: { cores: os.availableParallelism(), gpu: llama.gpu !== false }, fileBytes };
}

export interface OpenedSlots {
  /** By context, then by number. */
  readonly slots: readonly LlamaSlot[];
  /** Most tokens of one sequence; less than the layout says where the model was trained on less, or memory is short. */
  readonly contextTokens: number;
  close(): Promise<void>;
}

/** @throws EngineError `unreachable` where memory is wanting; nothing is left open then */
export async function openSlots(model: LlamaModel, layout: EmbeddedLayout): Promise<OpenedSlots> {
  const contexts: LlamaContext[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(contexts.map((context) => context.dispose()));
  };
  try {
    for (let i = 0; i < layout.contexts; i++) contexts.push(await openContext(model, layout));
  } catch (cause) {
    await close();
    const message =
      `There is not enough memory for ${layout.contexts * layout.sequencesPerContext} sequences of ` +
      `${layout.contextTokens} tokens: ${errorMessage(cause)}. Use a smaller model, or close other programs.`;
    throw new EngineError("unreachable", message, { cause });
  }
  const slots = contexts.flatMap((context, index) => {
    const gate = createBatchGate();
    return Array.from({ length: context.totalSequences }, (_, number) =>
      createLlamaSlot(context.getSequence(), { context: index, number, gate }),
    );
  });
  return { slots, contextTokens: Math.min(...contexts.map(({ contextSize }) => contextSize)), close };
}

function openContext(model: LlamaModel, layout: EmbeddedLayout): Promise<LlamaContext> {
  return model.createContext({
    sequences: layout.sequencesPerContext,
    threads: layout.threadsPerContext,
    contextSize: { min: MIN_CONTEXT_TOKENS, max: Math.min(layout.contextTokens, model.trainContextSize) },
  });
}

function loadFailure(file: string, cause: unknown): string {
  return `${file} cannot be loaded: ${errorMessage(cause)}. Download it again; if that does not help, this version of llama.cpp does not know its architecture.`;
}

let llamaPromise: Promise<Llama> | undefined;

/** llama.cpp is loaded once a process. Only prebuilt binaries: building one here would take many minutes. */
function sharedLlama(logger: Logger | undefined): Promise<Llama> {
  llamaPromise ??= getLlama({
    gpu: "auto",
    build: "never",
    logLevel: LlamaLogLevel.warn,
    // Threads are given to contexts by the layout, not by the library's own split.
    maxThreads: 0,
    logger: (level, message) => logger?.debug({ level }, message.trim()),
  }).catch((cause: unknown) => {
    llamaPromise = undefined;
    const message = `llama.cpp has no ready-made build for this machine: ${errorMessage(cause)}. Use an OpenAI-compatible server instead.`;
    throw new EngineError("unreachable", message, { cause });
  });
  return llamaPromise;
}
