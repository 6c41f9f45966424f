import { formatInteger } from "@/components/ui/format";
import { KeyValueList } from "@/components/ui/page";
import { Term } from "@/components/ui/term";
import type { Counts } from "@/server/review/team/figures";

/** What the figures are made of. */
export function CountsList({ counts }: { readonly counts: Counts }) {
  const items = [
    { key: "Decisions that stand", value: counts.standing },
    { key: "made one at a time", value: counts.readings },
    { key: "in bulk", value: counts.bulk },
    { key: "skips", value: counts.skipped },
    { key: "adjudications", label: <Term id="adjudication">adjudications</Term>, value: counts.adjudicated },
    { key: "People", value: counts.people },
    { key: "Items", value: counts.items },
  ];
  return (
    <section aria-label="What the figures are made of">
      <KeyValueList
        layout="grid"
        items={items.map((item) => ({ ...item, value: formatInteger(item.value) }))}
      />
      <p className="mt-3 max-w-prose text-sm text-ink-soft">
        All figures below are of decisions made one at a time: nobody read the items of a bulk act one by one.
        Bulk acts are in the count by day alone; an adjudication decides what an item is, and is no second
        opinion.
      </p>
    </section>
  );
}
