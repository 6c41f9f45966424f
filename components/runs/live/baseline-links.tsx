import { LinkButton } from "@/components/ui/button";
import type { RunView } from "@/server/runs/run-view";
import { baselinePath } from "../run-paths";

/** Holds the search against plain sampling: a baseline with the same problems and as many tokens. */
export function BaselineLinks({ run }: { readonly run: Pick<RunView, "id"> }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-ink-soft">Run a baseline at this budget:</span>
      <LinkButton size="sm" href={baselinePath(run.id, "iid-pairs")}>
        Pairs of plain samples
      </LinkButton>
      <LinkButton size="sm" href={baselinePath(run.id, "rejection-sampling")}>
        Rejection sampling
      </LinkButton>
    </span>
  );
}
