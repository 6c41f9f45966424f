import type { MeasuredLength, MeasuredSpeed } from "./measured.repo";

/** What the forecasts of one model stand on. */
export interface Grounds {
  readonly name: string;
  readonly speed: MeasuredSpeed | null;
  /** Of each benchmark of the launch. */
  readonly lengths: readonly (MeasuredLength | null)[];
}

/** What an estimate stands on, in plain words: a sentence a model. */
export function basisWords(grounds: readonly Grounds[]): string {
  return grounds.map(wordsOf).join(" ");
}

function wordsOf({ name, speed, lengths }: Grounds): string {
  const known = lengths.filter((length) => length !== null);
  if (known.length === 0) {
    return `${name} has answered no benchmark yet, so neither tokens nor time can be told.`;
  }
  const elsewhere = known.filter(({ sameBenchmark }) => !sameBenchmark).length;
  const where =
    elsewhere === 0
      ? "on the same benchmarks"
      : elsewhere === known.length
        ? "on other benchmarks"
        : "on the same benchmarks where there are any, else on others";
  const rate =
    speed === null
      ? "no speed was measured yet"
      : `${speed.tokensPerSecond.toFixed(1)} tokens a second as in its earlier ${speed.from}`;
  return `${name}: answers as long as measured ${where}; ${rate}.`;
}
