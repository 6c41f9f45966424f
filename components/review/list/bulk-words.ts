import { formatCount, formatInteger } from "@/components/ui/format";
import type { BulkPreview } from "@/server/review/item-view.schema";

/** What a bulk act would do, and what it leaves out and why. */
export function previewWords(preview: BulkPreview): {
  readonly main: string;
  readonly leftOut: readonly string[];
} {
  const { found, change, same, leased, full } = preview;
  const main =
    found === 0
      ? "None of these items is in the campaign."
      : change === 0
        ? "This would change nothing."
        : `This will change ${formatCount(change, "item")}.`;
  const leftOut = [
    same === 0 ? null : `${formatInteger(same)} you decided so already.`,
    leased === 0 ? null : `${are(leased)} held by others and left out.`,
    full === 0 ? null : `${are(full)} decided by enough people or settled, and left out.`,
  ];
  return { main, leftOut: leftOut.filter((line) => line !== null) };
}

function are(count: number): string {
  return `${formatInteger(count)} ${count === 1 ? "is" : "are"}`;
}
