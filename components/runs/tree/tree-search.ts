import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const END_KINDS = ["right", "wrong", "other"] as const;

/** What of the tree page is kept in the address. */
export const treeSearch = {
  /** Id of the selected node. */
  node: parseAsString,
  /** Id of the chain whose path is lit. */
  chain: parseAsString,
  /** Text that is searched for. */
  q: parseAsString.withDefault(""),
  /** Ends that are not dimmed. */
  ends: parseAsStringLiteral(END_KINDS),
};
