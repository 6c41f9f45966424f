import type { Chain } from "./types";

/** What the tree shows of its nodes beyond their own rows. */
export interface TreeLook {
  /** Nodes that are the first wrong step of a chain. */
  readonly firstWrong: ReadonlySet<string>;
  readonly chains: ReadonlyMap<string, Chain>;
}
