import type { Clock } from "@/server/foundation/clock";
import { EngineError } from "./engine";
import type { ModelRow } from "./models.repo";
import type { Capabilities, ReplicaState } from "./models.schema";
import { openServer } from "./openai/open-server";

/** Addresses of all servers of an entry, the first one first. */
export function addressesOf({ baseUrl, replicas }: Pick<ModelRow, "baseUrl" | "replicas">): string[] {
  return [...(baseUrl === null ? [] : [baseUrl]), ...(replicas ?? [])];
}

/**
 * Probes every server of an entry. They count as one: what the first that answers can do, less what another cannot.
 * @throws EngineError of the first server when none answers
 */
export async function probeReplicas(row: ModelRow, clock: Clock): Promise<Capabilities> {
  const found = await Promise.all(addressesOf(row).map((baseUrl) => probe({ ...row, baseUrl }, clock)));
  const first = found.find(({ capabilities }) => capabilities !== null)?.capabilities ?? null;
  if (first === null) throw found[0]?.error ?? new EngineError("unreachable", "There is no address.");
  if (found.length === 1) return first;
  const alike = found.flatMap(({ capabilities }) => (isAlike(capabilities, first) ? capabilities : []));
  const common = alike.reduce(inCommon, first);
  const replicas = found.map((one) => stateOf(one, first));
  const down = replicas.filter(({ state }) => state !== "ready").length;
  const note = `${down} of ${replicas.length} servers cannot be used now; calls go to the others.`;
  return { ...common, replicas, notes: down === 0 ? common.notes : [...common.notes, note] };
}

interface Probed {
  readonly baseUrl: string;
  readonly capabilities: Capabilities | null;
  readonly error: EngineError | null;
}

async function probe(row: ModelRow & { readonly baseUrl: string }, clock: Clock): Promise<Probed> {
  const { baseUrl } = row;
  try {
    const engine = await openServer({ ...row, capabilities: null }, clock);
    await engine.close();
    return { baseUrl, capabilities: engine.capabilities, error: null };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { baseUrl, capabilities: null, error };
  }
}

/** One that has to be spoken to in another way than the first is no replica of it. */
function isAlike(one: Capabilities | null, first: Capabilities): one is Capabilities {
  return one !== null && one.dialect === first.dialect && one.prefixMode === first.prefixMode;
}

function stateOf({ baseUrl, capabilities, error }: Probed, first: Capabilities): ReplicaState {
  if (capabilities === null) return { baseUrl, state: "unreachable", detail: error?.message ?? null };
  if (isAlike(capabilities, first)) return { baseUrl, state: "ready", detail: null };
  const detail = "It is another kind of server than the first. Add it as a model of its own.";
  return { baseUrl, state: "different", detail };
}

function inCommon(all: Capabilities, one: Capabilities): Capabilities {
  const contexts = [all.contextTokens, one.contextTokens].filter((tokens) => tokens !== null);
  return {
    ...all,
    notes: [...new Set([...all.notes, ...one.notes])],
    samplesPerRequest: all.samplesPerRequest && one.samplesPerRequest,
    logprobs: all.logprobs && one.logprobs,
    likelihood: all.likelihood && one.likelihood,
    labels: all.labels && one.labels,
    contextTokens: contexts.length === 0 ? null : Math.min(...contexts),
  };
}
