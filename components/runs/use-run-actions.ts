import { useMe } from "@/components/accounts/use-me";
import type { RunStatus } from "@/server/runs/runs.schema";
import { runActions, type RunActions } from "./run-status";

const NOTHING: RunActions = {
  pause: false,
  resume: false,
  cancel: false,
  adjust: false,
  retry: false,
  remove: false,
};

/** What the person at this browser may ask of a run: nothing, unless they may run things at all. */
export function useRunActions(status: RunStatus): RunActions {
  return useMe().can("runner") ? runActions(status) : NOTHING;
}
