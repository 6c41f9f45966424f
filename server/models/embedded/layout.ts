import type { EmbeddedLayout, TriedLayout } from "./calibration.schema";

/** More contexts than this cost memory and no longer help: each reads the whole weights for every token. */
const MAX_CONTEXTS = 8;
const SEQUENCES_PER_CONTEXT = 16;
const SEQUENCES_ON_GPU = 32;
const MIN_SEQUENCES = 4;
const MAX_SEQUENCES = { cpu: 64, gpu: 256 };
/** A layout with fewer sequences needs less memory; it is taken where it is at most this much slower. */
const WORTH_MEMORY = 0.03;

export interface Machine {
  readonly cores: number;
  readonly gpu: boolean;
}

/**
 * Layout for a machine: on CPUs one context of one thread a core, up to 8 contexts (two threads in one context
 * wait for each other after every operation); a GPU has one context with many sequences.
 */
export function defaultLayout({ cores, gpu }: Machine, wanted: Partial<EmbeddedLayout> = {}): EmbeddedLayout {
  const contexts = wanted.contexts ?? (gpu ? 1 : Math.max(1, Math.min(cores, MAX_CONTEXTS)));
  return {
    contexts,
    threadsPerContext: wanted.threadsPerContext ?? Math.max(1, Math.floor(cores / contexts)),
    sequencesPerContext: wanted.sequencesPerContext ?? (gpu ? SEQUENCES_ON_GPU : SEQUENCES_PER_CONTEXT),
    contextTokens: wanted.contextTokens ?? 4096,
  };
}

/**
 * The layout to measure next, or null when enough is known: the machine's default, then the best so far with twice or half as
 * many sequences, as long as that goes up.
 *
 * Fewer contexts of more threads are not among them. On an idle machine they can measure well (113 tokens a second against 63),
 * but threads of one context wait for each other by spinning: beside the run's other model, or any other program, they fell to
 * a tenth (two thirds of the time in ggml's barrier).
 */
export function nextLayout(
  machine: Machine,
  contextTokens: number,
  tried: readonly TriedLayout[],
): EmbeddedLayout | null {
  if (tried.length === 0) return defaultLayout(machine, { contextTokens });
  const best = fastest(tried)?.layout;
  if (best === undefined) return null;
  const most = machine.gpu ? MAX_SEQUENCES.gpu : MAX_SEQUENCES.cpu;
  const others = [best.sequencesPerContext * 2, Math.floor(best.sequencesPerContext / 2)]
    .filter((sequences) => sequences >= MIN_SEQUENCES && sequences * best.contexts <= most)
    .map((sequencesPerContext) => ({ ...best, sequencesPerContext }));
  return others.find((layout) => !wasTried(layout, tried)) ?? null;
}

/** The fastest, or one with fewer sequences that is hardly slower; null where none was measured. */
export function bestLayout(tried: readonly TriedLayout[]): TriedLayout | null {
  const top = fastest(tried);
  if (top === null) return null;
  const good = tried.filter(
    ({ tokensPerSecond }) => tokensPerSecond >= top.tokensPerSecond * (1 - WORTH_MEMORY),
  );
  return good.toSorted((a, b) => sequencesOf(a.layout) - sequencesOf(b.layout))[0] ?? null;
}

function fastest(tried: readonly TriedLayout[]): TriedLayout | null {
  const [top] = tried.toSorted((a, b) => b.tokensPerSecond - a.tokensPerSecond);
  return top === undefined || top.tokensPerSecond === 0 ? null : top;
}

function wasTried(layout: EmbeddedLayout, tried: readonly TriedLayout[]): boolean {
  const id = JSON.stringify(layout);
  return tried.some((one) => JSON.stringify(one.layout) === id);
}

function sequencesOf(layout: EmbeddedLayout): number {
  return layout.contexts * layout.sequencesPerContext;
}
