import type { RunView } from "@/server/runs/run-view";

/** The run whose choices a launch form begins with. */
export interface LaunchSource extends Pick<RunView, "id" | "name" | "problemSetId" | "problemCount"> {
  /** Whether the form begins with taking its very problems, as a baseline must. */
  readonly sameProblems: boolean;
}
