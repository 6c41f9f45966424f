/**
 * A chain's steps after its first `length` characters. Joined, they are the chain's text from there on, byte for
 * byte; a step that the cut goes through keeps its rest.
 */
export function stepsAfter(steps: readonly string[], length: number): string[] {
  const rest: string[] = [];
  let at = 0;
  for (const step of steps) {
    const kept = at >= length ? step : step.slice(length - at);
    if (kept !== "") rest.push(kept);
    at += step.length;
  }
  return rest;
}
