import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reachable, stackOf, type LoggedAct } from "./undo-order";

/** The model: two stacks, as every editor has them. */
class TwoStacks {
  readonly log: LoggedAct[] = [];
  undoStack: number[] = [];
  redoStack: number[] = [];

  act(): void {
    const seq = this.write({ kind: "decide", target: null });
    this.undoStack.push(seq);
    this.redoStack = [];
  }

  undo(target = this.undoStack.at(-1)): void {
    if (target === undefined) return;
    this.write({ kind: "undo", target });
    this.undoStack = this.undoStack.filter((seq) => seq !== target);
    this.redoStack.push(target);
  }

  redo(): void {
    const target = this.redoStack.pop();
    if (target === undefined) return;
    this.write({ kind: "redo", target });
    this.undoStack.push(target);
  }

  private write(act: Omit<LoggedAct, "seq">): number {
    const seq = 3 * this.log.length + 1;
    this.log.push({ seq, ...act });
    return seq;
  }
}

type Move = "act" | "undo" | "redo" | { readonly undoAt: number };

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Move>[]>(
    fc.constantFrom("act", "undo", "redo"),
    fc.constantFrom("act", "undo", "redo"),
    fc.record({ undoAt: fc.nat() }),
  ),
  { maxLength: 40 },
);

function play(moves: readonly Move[]): TwoStacks {
  const model = new TwoStacks();
  for (const move of moves) {
    if (move === "act") model.act();
    else if (move === "undo") model.undo();
    else if (move === "redo") model.redo();
    else model.undo(model.undoStack[move.undoAt % Math.max(1, model.undoStack.length)]);
  }
  return model;
}

describe("what Ctrl Z reaches", () => {
  it("is what two stacks would say, from the log alone", () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const model = play(moves);
        expect(reachable(model.log.toReversed())).toEqual({
          undo: model.undoStack.at(-1) ?? null,
          redo: model.redoStack.at(-1) ?? null,
        });
      }),
      { numRuns: 500 },
    );
  });

  it("is the same stack that flags are read from", () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const model = play(moves);
        expect(stackOf(model.log).done).toEqual(model.undoStack);
      }),
    );
  });

  it("reads no further than it has to", () => {
    const log: LoggedAct[] = Array.from({ length: 1_000 }, (_, at) => ({
      seq: 1_000 - at,
      kind: "decide",
      target: null,
    }));
    let read = 0;
    const counted = (function* () {
      for (const act of log) {
        read += 1;
        yield act;
      }
    })();
    expect(reachable(counted)).toEqual({ undo: 1_000, redo: null });
    expect(read).toBe(1);
  });
});
