import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { isProcessAlive } from "@/server/foundation/process-alive";
import { commonPrefix } from "./common-prefix";

/** Reading a stored state costs a few milliseconds; it pays from about this many tokens of prefill. */
const MIN_GAIN = 16;

const FOLDER = "sphere-kv-";

/** A sequence that can write its KV state to a file and take one over. */
export interface StatefulSequence {
  tokens(): readonly number[];
  save(file: string): Promise<{ readonly bytes: number }>;
  load(file: string): Promise<void>;
}

export interface PrefixStore {
  /** Keeps the state of `sequence`, unless a kept one already covers it. */
  put(sequence: StatefulSequence): Promise<void>;
  /** Loads the kept state that shares more of `prompt` than the sequence's own does, if one pays. */
  restore(sequence: StatefulSequence, prompt: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

interface Kept {
  readonly tokens: readonly number[];
  readonly file: string;
  readonly bytes: number;
}

/**
 * Keeps KV states of prompts and finished samples in a temporary folder, the least used deleted beyond
 * `maxBytes`. Prefill is the dear part on a CPU (measured: 90 tokens a second against 13 ms for a copy), and a
 * sequence keeps only its own last text, so without this each of sixteen sequences would read a prompt anew.
 */
export async function openPrefixStore(maxBytes: number, folder = os.tmpdir()): Promise<PrefixStore> {
  await removeLeftovers(folder);
  const root = await fs.mkdtemp(path.join(folder, `${FOLDER}${process.pid}-`));
  /** In order of use, the most recent last. */
  let kept: Kept[] = [];
  let total = 0;
  let written = 0;

  const evict = async (): Promise<void> => {
    while (total > maxBytes) {
      const oldest = kept.shift();
      if (oldest === undefined) return;
      total -= oldest.bytes;
      await fs.rm(oldest.file, { force: true });
    }
  };
  const bestFor = (prompt: readonly number[]): { entry: Kept; shared: number } | null => {
    let best: { entry: Kept; shared: number } | null = null;
    for (const entry of kept) {
      const shared = commonPrefix(entry.tokens, prompt);
      if (best === null || shared > best.shared) best = { entry, shared };
    }
    return best;
  };

  return {
    async put(sequence) {
      const tokens = [...sequence.tokens()];
      const covered = bestFor(tokens);
      if (tokens.length < MIN_GAIN || (covered !== null && covered.shared === tokens.length)) return;
      const file = path.join(root, `${written++}.state`);
      const { bytes } = await sequence.save(file);
      kept.push({ tokens, file, bytes });
      total += bytes;
      await evict();
    },
    async restore(sequence, prompt) {
      const best = bestFor(prompt);
      const own = commonPrefix(sequence.tokens(), prompt);
      if (best === null || best.shared - own < MIN_GAIN) return;
      kept = [...kept.filter((entry) => entry !== best.entry), best.entry];
      await sequence.load(best.entry.file);
    },
    async close() {
      kept = [];
      total = 0;
      await fs.rm(root, { recursive: true, force: true });
    },
  };
}

/** Folders of processes that were killed before they could tidy up. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await fs.readdir(folder);
  const dead = names.filter((name) => {
    const pid = new RegExp(`^${FOLDER}(\\d+)-`).exec(name)?.[1];
    return pid !== undefined && !isProcessAlive(Number(pid));
  });
  await Promise.all(dead.map((name) => fs.rm(path.join(folder, name), { recursive: true, force: true })));
}
