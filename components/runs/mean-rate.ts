interface Work {
  readonly generatedTokens: number;
  readonly activeMs: number;
}

/** Generated tokens a second over the time a run was at work; null before it was. */
export function meanRate({ generatedTokens, activeMs }: Work): number | null {
  return activeMs < 1_000 ? null : generatedTokens / (activeMs / 1_000);
}
