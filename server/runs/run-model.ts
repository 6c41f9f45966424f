import type { Dispatcher } from "@/server/models/dispatcher";
import type { EngineHealth } from "./engine-health";

/** A model as a run asks it. */
export interface RunModel {
  readonly id: string;
  /** What tells this model from any other that its entry ever stood for: file and address included. */
  readonly identity: string;
  readonly dispatcher: Dispatcher;
  readonly health: EngineHealth;
}
