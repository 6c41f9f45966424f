import os from "node:os";
import { getLlama, LlamaLogLevel, type Llama, type LlamaContext, type LlamaModel } from "node-llama-cpp";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { EngineError } from "../engine";
import { checkGgufHeader } from "./gguf-file";

/** More contexts than this cost memory and no longer help: each reads the whole weights for every token. */
const MAX_CONTEXTS = 8;
const SEQUENCES_PER_CONTEXT = 8;
const SEQUENCES_ON_GPU = 32;
const MIN_CONTEXT_TOKENS = 512;

export interface EmbeddedLayout {
  /** llama.cpp contexts; each decodes its sequences in one batch on threads of its own. */
  readonly contexts: number;
  readonly threadsPerContext: number;
  readonly sequencesPerContext: number;
  /** Most tokens of one sequence, prompt and answer together. */
  readonly contextTokens: number;
}

export interface LoadOptions extends Partial<EmbeddedLayout> {
  /** For llama.cpp's own messages. */
  readonly logger?: Logger;
  readonly bytes?: number | null;
}

export interface LoadedModel {
  readonly model: LlamaModel;
  readonly contexts: readonly LlamaContext[];
  readonly layout: EmbeddedLayout;
}

/**
 * Layout for a machine: on CPUs one context of one thread a core, up to 8 contexts, did best (two threads in one context get in
 * each other's way); a GPU has one context with many sequences.
 */
export function embeddedLayout(cores: number, gpu: boolean, wanted: Partial<EmbeddedLayout>): EmbeddedLayout {
  const contexts = wanted.contexts ?? (gpu ? 1 : Math.max(1, Math.min(cores, MAX_CONTEXTS)));
  return {
    contexts,
    threadsPerContext: wanted.threadsPerContext ?? Math.max(1, Math.floor(cores / contexts)),
    sequencesPerContext: wanted.sequencesPerContext ?? (gpu ? SEQUENCES_ON_GPU : SEQUENCES_PER_CONTEXT),
    contextTokens: wanted.contextTokens ?? 4096,
  };
}

/** @throws EngineError `model-missing`, `model-damaged`, or `unreachable` where memory or a build is wanting */
export async function loadModel(file: string, options: LoadOptions): Promise<LoadedModel> {
  const size = await checkGgufHeader(file);
  const expected = options.bytes ?? size;
  if (size !== expected) {
    const message = `${file} has ${size} bytes instead of ${expected}. Download it again, or remove the model and add the file anew.`;
    throw new EngineError("model-damaged", message);
  }
  const llama = await sharedLlama(options.logger);
  const layout = embeddedLayout(os.availableParallelism(), llama.gpu !== false, options);
  const model = await llama.loadModel({ modelPath: file }).catch((cause: unknown) => {
    throw new EngineError("model-damaged", loadFailure(file, cause), { cause });
  });
  try {
    const contexts: LlamaContext[] = [];
    for (let i = 0; i < layout.contexts; i++) {
      contexts.push(
        await model.createContext({
          sequences: layout.sequencesPerContext,
          threads: layout.threadsPerContext,
          contextSize: {
            min: MIN_CONTEXT_TOKENS,
            max: Math.min(layout.contextTokens, model.trainContextSize),
          },
        }),
      );
    }
    return { model, contexts, layout };
  } catch (cause) {
    await model.dispose();
    const message =
      `There is not enough memory for ${layout.contexts * layout.sequencesPerContext} sequences of ${file}: ` +
      `${errorMessage(cause)}. Use a smaller model, or close other programs.`;
    throw new EngineError("unreachable", message, { cause });
  }
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
