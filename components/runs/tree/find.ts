import { endOf, pathTo, type EndKind, type Place, type Tree } from "./tree";

/** The nodes whose step holds a text, whatever its case, in the order in which the tree is drawn. */
export function findText(tree: Tree, query: string): Place[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [];
  return tree.order.filter((place) => (tree.columns.step[place] ?? "").toLowerCase().includes(wanted));
}

/** The next match after a node in drawing order, or the one before; round at the ends. Null without matches. */
export function nextMatch(
  tree: Tree,
  matches: readonly Place[],
  { from, backwards }: { readonly from: Place | null; readonly backwards: boolean },
): Place | null {
  if (matches.length === 0) return null;
  const rank = new Map(tree.order.map((place, index) => [place, index]));
  const here = from === null ? -1 : (rank.get(from) ?? -1);
  const at = (place: Place): number => rank.get(place) ?? -1;
  if (backwards) return matches.findLast((match) => at(match) < here) ?? matches.at(-1) ?? null;
  return matches.find((match) => at(match) > here) ?? matches[0] ?? null;
}

/** The ends of one kind and the paths to them: what a filter leaves undimmed. */
export function pathsToEnds(tree: Tree, kind: EndKind): ReadonlySet<Place> {
  const kept = new Set<Place>();
  for (const place of tree.order) {
    if (endOf(tree, place) === kind) for (const at of pathTo(tree, place)) kept.add(at);
  }
  return kept;
}

export interface TextPart {
  readonly text: string;
  readonly match: boolean;
}

const BEFORE = 8;

/** A text around its first match, in parts; the whole start of it where nothing matches. */
export function aroundMatch(text: string, query: string, length: number): TextPart[] {
  const flat = text.replace(/\s+/g, " ").trim();
  const wanted = query.trim().replace(/\s+/g, " ").toLowerCase();
  const at = wanted === "" ? -1 : flat.toLowerCase().indexOf(wanted);
  if (at < 0) return [{ text: flat.slice(0, length), match: false }];
  const start = at <= BEFORE ? 0 : at - BEFORE;
  const end = at + wanted.length;
  return [
    { text: (start > 0 ? "…" : "") + flat.slice(start, at), match: false },
    { text: flat.slice(at, end), match: true },
    { text: flat.slice(end, Math.max(end, start + length)), match: false },
  ];
}
