import { runPath } from "@/components/runs/run-paths";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

interface NoPairsProps {
  readonly runId: string;
  /** Whether another filter or page may have some. */
  readonly filtered: boolean;
  readonly onReset: () => void;
}

export function NoPairs({ runId, filtered, onReset }: NoPairsProps) {
  if (filtered) {
    return (
      <EmptyState title="No pairs here" action={<Button onClick={onReset}>Show all pairs</Button>}>
        The run has no such pairs, or fewer pages than the address asks for.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No pairs yet"
      action={<LinkButton href={runPath(runId)}>See how the run stands</LinkButton>}
    >
      They appear as soon as a problem has a right and a wrong chain that are far enough apart.
    </EmptyState>
  );
}
