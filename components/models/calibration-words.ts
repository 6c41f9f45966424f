import { formatCount, formatRate } from "@/components/ui/format";
import type { Calibration, EmbeddedLayout } from "@/server/models/embedded/calibration.schema";

/** "2 contexts × 1 thread × 8 sequences" */
function layoutWords({ contexts, threadsPerContext, sequencesPerContext }: EmbeddedLayout): string {
  return [
    formatCount(contexts, "context"),
    formatCount(threadsPerContext, "thread"),
    formatCount(sequencesPerContext, "sequence"),
  ].join(" × ");
}

/** "2 contexts × 1 thread × 8 sequences: 55 tokens/s" */
export function calibrationWords({
  layout,
  tokensPerSecond,
}: Pick<Calibration, "layout" | "tokensPerSecond">): string {
  return `${layoutWords(layout)}: ${tokensPerSecond === 0 ? "does not fit into memory" : formatRate(tokensPerSecond)}`;
}
