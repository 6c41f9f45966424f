import type { GrowthKind, GrowthStep } from "./types";

interface OpenStep {
  readonly kind: GrowthKind;
  readonly from: string;
  readonly added: string[];
  readonly counted: GrowthStep["counted"][number][];
  best: string | null;
  worst: string | null;
}

/** How a tree grew, step by step, written while it grows. What happens before the first step is not part of it. */
export class GrowthLog {
  readonly #steps: OpenStep[] = [];

  start(kind: GrowthKind, from: string): void {
    this.#steps.push({ kind, from, added: [], counted: [], best: null, worst: null });
  }

  add(node: string): void {
    this.#steps.at(-1)?.added.push(node);
  }

  count(end: string, right: boolean): void {
    this.#steps.at(-1)?.counted.push({ end, right });
  }

  keep(kept: { readonly best: string | null; readonly worst: string | null }): void {
    Object.assign(this.#steps.at(-1) ?? {}, kept);
  }

  /** The steps that did something. */
  steps(): GrowthStep[] {
    return this.#steps
      .filter(
        ({ added, counted, best, worst }) =>
          added.length > 0 || counted.length > 0 || best !== null || worst !== null,
      )
      .map((step) => ({ ...step, added: [...step.added], counted: [...step.counted] }));
  }
}
