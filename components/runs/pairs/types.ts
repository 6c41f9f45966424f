import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

type Runs = inferRouterOutputs<AppRouter>["runs"];

/** One pair of a run's list, with its problem and both chains. */
export type ListedPair = Runs["pairs"]["items"][number];
export type PairRow = ListedPair["pair"];
export type ChainRow = NonNullable<ListedPair["chosenChain"]>;
