import { systemClock, type Clock } from "@/server/foundation/clock";
import { seededRng } from "@/server/foundation/rng";
import { renderChatMl } from "../chatml";
import { EngineError, type Engine } from "../engine";
import { limitText } from "../limit-text";
import { writesNothing } from "../prm/writes-nothing";
import type { AnswerBook } from "./answer-book";
import { judgeLabels, likelihoodOf, scoreSteps } from "./measure";
import { SCRIPT_NAMES } from "../models.schema";
import { isScriptName, scriptNamed } from "./scripts";
import { writeReply } from "./write-reply";

const SEQUENCES = 16;
const CONTEXT_TOKENS = 4096;

export interface ScriptedOptions {
  readonly answerOf?: AnswerBook;
  readonly clock?: Clock;
}

/**
 * The test double: answers like a model that is sometimes right and sometimes wrong. A reply depends only on the messages, the
 * prefix, the request's key and the sample's index, so any order and any restart give the same texts.
 * @throws EngineError `model-missing` for a script that does not exist
 */
export function createScriptedEngine(name: string, options: ScriptedOptions = {}): Engine {
  if (!isScriptName(name)) {
    const message = `There is no script "${name}". Choose one of ${SCRIPT_NAMES.join(", ")}.`;
    throw new EngineError("model-missing", message);
  }
  const script = scriptNamed(name);
  const { answerOf = () => null, clock = systemClock } = options;
  if (script.name === "prm") return scriptedPrm();

  async function think(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (script.latencyMs > 0) await clock.sleep(script.latencyMs, signal);
  }

  return {
    sequences: SEQUENCES,
    async generate({ key, messages, prefix, n, sampling }, signal) {
      await think(signal);
      const promptTokens = Math.ceil((renderChatMl(messages).length + prefix.length) / 4);
      if (promptTokens >= CONTEXT_TOKENS) {
        const message = `The prompt has ${promptTokens} tokens; this model's context holds ${CONTEXT_TOKENS}, answer included.`;
        throw new EngineError("context-too-long", message);
      }
      const generations = Array.from({ length: n }, (_, index) => {
        const seed = `${key}/${index}`;
        const limited = limitText(writeReply(script, answerOf, { messages, prefix, seed }), sampling);
        return { ...limited, meanLogprob: -0.1 - 0.5 * seededRng(`logprob/${seed}`)() };
      });
      return { generations, promptTokens };
    },
    async likelihood(request, signal) {
      await think(signal);
      return likelihoodOf(request);
    },
    async labelProbabilities(request, signal) {
      await think(signal);
      return judgeLabels(request);
    },
    renderPrompt: (messages) => Promise.resolve(renderChatMl(messages)),
    close: () => Promise.resolve(),
  };
}

function scriptedPrm(): Engine {
  return {
    sequences: SEQUENCES,
    scoreSteps: (requests) => Promise.resolve(requests.map(scoreSteps)),
    generate: () => Promise.reject(writesNothing()),
    renderPrompt: () => Promise.reject(writesNothing()),
    close: () => Promise.resolve(),
  };
}
