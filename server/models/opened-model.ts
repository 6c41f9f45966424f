import type { Dispatcher } from "./dispatcher";
import type { Engine } from "./engine";
import type { EngineHealth } from "./engine-health";

/** A model as whoever has questions for it asks it. */
export interface AskedModel {
  readonly id: string;
  /** What tells this model from any other that its entry ever stood for: file and address included. */
  readonly identity: string;
  readonly dispatcher: Dispatcher;
  readonly health: EngineHealth;
}

/** A model that the worker has opened. */
export interface OpenedModel extends AskedModel {
  readonly engine: Engine;
}
