import { LinkButton } from "@/components/ui/button";
import { PickTwoBar } from "@/components/ui/pick-two-bar";
import { compareEvaluationsPath } from "../paths";

interface PickBarProps {
  readonly picked: readonly string[];
  readonly onClear: () => void;
}

/** Leads two picked models to the page that tests their difference. */
export function PickBar({ picked, onClear }: PickBarProps) {
  const [a, b] = picked;
  return (
    <PickTwoBar
      count={picked.length}
      none="Pick two models to test whether their difference is real."
      one="One model is picked; pick the one to set against it."
      two={
        <LinkButton size="sm" variant="primary" href={compareEvaluationsPath(a, b)}>
          Compare the two models
        </LinkButton>
      }
      onClear={onClear}
    />
  );
}
