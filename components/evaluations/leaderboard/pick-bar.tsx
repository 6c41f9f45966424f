import { Button, LinkButton } from "@/components/ui/button";
import { compareEvaluationsPath } from "../paths";

interface PickBarProps {
  readonly picked: readonly string[];
  readonly onClear: () => void;
}

/** Leads two picked models to the page that tests their difference. */
export function PickBar({ picked, onClear }: PickBarProps) {
  const [a, b] = picked;
  return (
    <p
      aria-live="polite"
      className="mb-2 flex min-h-6.5 flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft"
    >
      {a === undefined ? (
        "Pick two models to test whether their difference is real."
      ) : b === undefined ? (
        "One model is picked; pick the one to set against it."
      ) : (
        <LinkButton size="sm" variant="primary" href={compareEvaluationsPath(a, b)}>
          Compare the two models
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
