import { Template } from "@huggingface/jinja";
import { errorMessage } from "@/server/foundation/errors";
import type { ChatMessage } from "@/server/sphere/io";
import { renderChatMl } from "../chatml";
import { EngineError } from "../engine";

export interface ChatTemplate {
  /** From the file, or ChatML because the file has none. */
  readonly origin: "from-model" | "chatml-assumed";
  /** The text up to where the assistant's turn starts. @throws EngineError `bad-request` */
  render(messages: readonly ChatMessage[]): string;
}

interface TemplateTokens {
  readonly bos: string;
  readonly eos: string;
}

/**
 * The chat template of a GGUF file (`tokenizer.chat_template`, Jinja as Hugging Face writes it).
 * @throws EngineError `model-damaged` when the template cannot be parsed
 */
export function chatTemplate(source: string | undefined, tokens: TemplateTokens): ChatTemplate {
  if (source === undefined || source.trim() === "")
    return { origin: "chatml-assumed", render: (messages) => renderChatMl(messages) };
  const template = parse(source);
  return {
    origin: "from-model",
    render(messages) {
      try {
        return template.render({
          messages: messages.map(({ role, content }) => ({ role, content })),
          add_generation_prompt: true,
          bos_token: tokens.bos,
          eos_token: tokens.eos,
        });
      } catch (cause) {
        const message = `The model's chat template refuses these messages: ${errorMessage(cause)}`;
        throw new EngineError("bad-request", message, { cause });
      }
    },
  };
}

function parse(source: string): Template {
  try {
    return new Template(source);
  } catch (cause) {
    const message = `The file's chat template cannot be read: ${errorMessage(cause)}. Use another file of this model.`;
    throw new EngineError("model-damaged", message, { cause });
  }
}
