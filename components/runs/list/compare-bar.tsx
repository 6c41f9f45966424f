import { LinkButton, Button } from "@/components/ui/button";
import { comparePath } from "../run-paths";

interface CompareBarProps {
  readonly picked: readonly string[];
  readonly onClear: () => void;
}

/** Leads two picked runs to the page that sets them beside each other. */
export function CompareBar({ picked, onClear }: CompareBarProps) {
  const [a, b] = picked;
  return (
    <p
      aria-live="polite"
      className="mb-2 flex min-h-6.5 flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft"
    >
      {a === undefined ? (
        "Pick two runs to compare them."
      ) : b === undefined ? (
        "One run is picked; pick the one to set beside it."
      ) : (
        <LinkButton size="sm" variant="primary" href={comparePath(a, b)}>
          Compare the two runs
        </LinkButton>
      )}
      {a === undefined ? null : (
        <Button size="sm" variant="quiet" onClick={onClear}>
          Pick none
        </Button>
      )}
    </p>
  );
}
