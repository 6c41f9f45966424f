import type { NamedEngine } from "./dispatcher";
import { EngineError, type Engine } from "./engine";

/**
 * The replicas of a model as one engine, for what needs no turn: rendering prompts, by the replica that answered last and else by
 * any other, and closing. What generates goes through the dispatcher, which spreads it.
 * @throws EngineError `unreachable` where there is none
 */
export function replicatedEngine(replicas: readonly NamedEngine[]): Engine {
  const [first, ...others] = replicas.map(({ engine }) => engine);
  if (first === undefined) throw new EngineError("unreachable", "The model has no server that can be used.");
  if (others.length === 0) return first;
  let inOrder: readonly Engine[] = [first, ...others];

  return {
    ...first,
    sequences: inOrder.reduce((sum, { sequences }) => sum + sequences, 0),
    async renderPrompt(messages) {
      let failure: unknown;
      for (const engine of inOrder) {
        try {
          const prompt = await engine.renderPrompt(messages);
          inOrder = [engine, ...inOrder.filter((other) => other !== engine)];
          return prompt;
        } catch (error) {
          failure = error;
        }
      }
      throw failure;
    },
    async close() {
      await Promise.all(inOrder.map((engine) => engine.close()));
    },
  };
}
