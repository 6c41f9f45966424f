import Link from "next/link";
import { formatInteger } from "@/components/ui/format";
import { Kbd } from "@/components/ui/kbd";
import type { ComparedItem } from "@/server/evaluations/comparison/comparison-view";
import { compareItemPath } from "../compare-paths";
import type { CompareItemsSearch } from "../compare-search";

interface ItemNeighboursProps {
  readonly item: ComparedItem;
  readonly search: CompareItemsSearch;
}

/** Where the item stands in its list, and the ones before and after it. */
export function ItemNeighbours({ item: { place, total, previous, next }, search }: ItemNeighboursProps) {
  return (
    <nav aria-label="Items" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="text-ink-soft">
        {place === null
          ? "not among the items of this filter"
          : `${formatInteger(place)} of ${formatInteger(total)}`}
      </span>
      {previous === null ? null : (
        <Link prefetch={false} href={compareItemPath(previous, search)} className="link">
          Previous <Kbd>[</Kbd>
        </Link>
      )}
      {next === null ? null : (
        <Link prefetch={false} href={compareItemPath(next, search)} className="link">
          Next <Kbd>]</Kbd>
        </Link>
      )}
    </nav>
  );
}
