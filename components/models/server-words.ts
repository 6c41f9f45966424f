/** Models that are asked over the network. */
export type ServerKind = "openai" | "prm";

export const SERVER_WORDS: Readonly<
  Record<ServerKind, { readonly add: string; readonly description: string }>
> = {
  openai: {
    add: "Add a server",
    description:
      "Any server that speaks the OpenAI protocol. A few tiny requests find out what it can do; one that does not answer yet is kept and can be tested later.",
  },
  prm: {
    add: "Add a process reward model",
    description:
      "A model that gives every step of a solution a value, such as Qwen2.5-Math-PRM, behind vLLM's /pooling. It is asked to score three steps at once; one that does not answer yet is kept and can be tested later.",
  },
};

export const LLAMA_SERVER_WORDS = {
  add: "Add a llama-server",
  description:
    "llama.cpp's own server, started and ended by the app for a GGUF file. Where it was built for this machine, it is often faster than the same file inside the worker.",
} as const;
