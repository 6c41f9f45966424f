import { SCRIPT_NAMES, type ScriptName } from "../models.schema";

export interface Script {
  readonly name: ScriptName;
  /** Share of problems that every sample gets right, and share that none does from the start. */
  readonly easy: number;
  readonly hard: number;
  /** Chance of getting past the difficult step of the others. */
  readonly skill: number;
  /** Chance that a reflection repairs a wrong solution. */
  readonly repair: number;
  /** Share of solutions that never come to an answer. */
  readonly unfinished: number;
  /** Milliseconds that a call takes. */
  readonly latencyMs: number;
}

const base: Omit<Script, "name"> = {
  easy: 0.2,
  hard: 0.2,
  skill: 0.5,
  repair: 0.6,
  unfinished: 0.03,
  latencyMs: 0,
};

const SCRIPTS: Readonly<Record<ScriptName, Script>> = {
  default: { ...base, name: "default" },
  weak: { ...base, name: "weak", easy: 0, hard: 0.4, skill: 0.3, repair: 0.2 },
  "always-right": { ...base, name: "always-right", easy: 1, hard: 0, repair: 1, unfinished: 0 },
  "always-wrong": { ...base, name: "always-wrong", easy: 0, hard: 1, repair: 0, unfinished: 0 },
  garbage: { ...base, name: "garbage" },
  slow: { ...base, name: "slow", latencyMs: 400 },
  /** A process reward model: it scores steps and writes nothing. */
  prm: { ...base, name: "prm" },
};

export function scriptNamed(name: ScriptName): Script {
  return SCRIPTS[name];
}

export function isScriptName(name: string): name is ScriptName {
  return SCRIPT_NAMES.some((known) => known === name);
}
