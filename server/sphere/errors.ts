/** Every sample of the first call failed: nothing is known of the problem, not even its bucket. */
export class NoSamplesError extends Error {
  override readonly name = "NoSamplesError";

  constructor() {
    super("The model gave no solution to this problem: every sample failed. Its calls say why.");
  }
}
