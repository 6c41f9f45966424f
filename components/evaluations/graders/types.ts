import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

type Evaluations = inferRouterOutputs<AppRouter>["evaluations"];

/** An answer on which graders differ. */
export type Disagreement = Evaluations["disagreements"]["items"][number];
/** The same with all that a person needs to settle it. */
export type DisagreementDetail = Evaluations["disagreement"];
