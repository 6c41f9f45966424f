import { LinkButton } from "@/components/ui/button";
import { PickTwoBar } from "@/components/ui/pick-two-bar";
import { comparePath } from "../run-paths";

interface CompareBarProps {
  readonly picked: readonly string[];
  readonly onClear: () => void;
}

/** Leads two picked runs to the page that sets them beside each other. */
export function CompareBar({ picked, onClear }: CompareBarProps) {
  const [a = "", b = ""] = picked;
  return (
    <PickTwoBar
      count={picked.length}
      none="Pick two runs to compare them."
      one="One run is picked; pick the one to set beside it."
      two={
        <LinkButton size="sm" variant="primary" href={comparePath(a, b)}>
          Compare the two runs
        </LinkButton>
      }
      onClear={onClear}
    />
  );
}
