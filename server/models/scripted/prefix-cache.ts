import { createHash } from "node:crypto";

const CHARS_PER_TOKEN = 4;
/** As vLLM: a block is found again only whole, and only after the same blocks. */
const BLOCK_TOKENS = 16;
const BLOCK_CHARS = BLOCK_TOKENS * CHARS_PER_TOKEN;

/** Which beginnings of texts a server has the KV of; what was not used for longest goes first. */
export interface PrefixCache {
  /** Looks a prompt up and keeps it. Tokens that were held, and that were not. */
  read(prompt: string): { readonly held: number; readonly missing: number };
  /** Keeps a text that was generated. */
  keep(text: string): void;
}

export function createPrefixCache(tokens: number): PrefixCache {
  const most = Math.floor(tokens / BLOCK_TOKENS);
  const blocks = new Set<string>();

  function touch(id: string): boolean {
    const known = blocks.delete(id);
    blocks.add(id);
    for (const oldest of blocks) {
      if (blocks.size <= most) break;
      blocks.delete(oldest);
    }
    return known;
  }

  function visit(text: string): number {
    let id = "";
    let held = 0;
    let broken = false;
    for (let at = 0; at + BLOCK_CHARS <= text.length; at += BLOCK_CHARS) {
      id = createHash("sha1")
        .update(id)
        .update(text.slice(at, at + BLOCK_CHARS))
        .digest("base64");
      broken = !touch(id) || broken;
      if (!broken) held += BLOCK_TOKENS;
    }
    return held;
  }

  return {
    read(prompt) {
      const held = visit(prompt);
      return { held, missing: Math.ceil(prompt.length / CHARS_PER_TOKEN) - held };
    },
    keep(text) {
      visit(text);
    },
  };
}
