import { EngineError } from "../engine";

/** The refusal of any process reward model that is asked for text. */
export function writesNothing(): EngineError {
  const message =
    "A process reward model scores steps and writes no text. Choose it as the scorer of a run, and another model as policy or small model.";
  return new EngineError("bad-request", message);
}
