import { errorMessage } from "@/server/foundation/errors";
import { EngineError } from "../engine";
import { checkGgufHeader } from "./gguf-file";

export interface GgufHeader {
  readonly bytes: number;
  readonly architecture: string;
  readonly contextTokens: number | null;
  readonly hasChatTemplate: boolean;
}

/** Reads a model file's description without loading its weights. @throws EngineError `model-missing` or `model-damaged` */
export async function readGgufHeader(file: string): Promise<GgufHeader> {
  const bytes = await checkGgufHeader(file);
  try {
    const { readGgufFileInfo } = await import("node-llama-cpp");
    const info = await readGgufFileInfo(file, { sourceType: "filesystem", logWarnings: false });
    const contextTokens = info.architectureMetadata.context_length;
    return {
      bytes,
      architecture: info.metadata.general.architecture,
      contextTokens: typeof contextTokens === "number" ? contextTokens : null,
      hasChatTemplate: (info.metadata.tokenizer.chat_template ?? "") !== "",
    };
  } catch (cause) {
    const message = `${file} begins like a GGUF file but cannot be read further: ${errorMessage(cause)}. Download it again.`;
    throw new EngineError("model-damaged", message, { cause });
  }
}
