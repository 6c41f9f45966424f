import { PROMPT_VERSION, solveMessages } from "@/server/sphere/prompts";
import type { Protocol } from "./evaluations.schema";

type Prompt = Protocol["prompt"];

/** Stands where the statement of a problem goes. */
const PLACEHOLDER = "{problem}";

/** The words in force, as a protocol keeps them. */
export function promptInForce(): Pick<Protocol, "promptVersion" | "prompt"> {
  const prompt = solveMessages({ id: "placeholder", statement: PLACEHOLDER });
  return { promptVersion: PROMPT_VERSION, prompt: prompt.map(({ role, content }) => ({ role, content })) };
}

/** What is sent for one problem. */
export function messagesFor(prompt: Prompt, statement: string): Prompt {
  return prompt.map(({ role, content }) => ({ role, content: withStatement(content, statement) }));
}

/** A text of the protocol with a problem's statement in its place. */
export function withStatement(text: string, statement: string): string {
  return text.replaceAll(PLACEHOLDER, () => statement);
}
