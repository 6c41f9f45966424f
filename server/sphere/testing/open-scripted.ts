import { DEFAULT_SPHERE_CONFIG, type SphereConfig } from "../config";
import { openStage, type OpenStage, type SphereContext } from "../stage";
import { createScriptedIo, type ScriptedIo, type ScriptedIoOptions } from "./scripted-io";

export interface ScriptedStage {
  readonly io: ScriptedIo;
  readonly stage: OpenStage;
}

/** Stage 1 of a problem under a script, for tests of its parts. */
export function openScripted(
  options: Partial<ScriptedIoOptions>,
  config: Partial<SphereConfig> = {},
  context: Partial<Pick<SphereContext, "scorerModel">> = {},
): ScriptedStage {
  const io = createScriptedIo({ answer: "42", script: () => null, ...options });
  const stage = openStage({ id: "problem", statement: "How many apples are there?" }, "self-generation", {
    io,
    config: { ...DEFAULT_SPHERE_CONFIG, ...config },
    hasSmallModel: false,
    ...context,
  });
  return { io, stage };
}
