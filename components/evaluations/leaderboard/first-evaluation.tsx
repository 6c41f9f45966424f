import { OnlyFor } from "@/components/accounts/only-for";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { newEvaluationPath } from "../paths";

/** Before the first number: what to do, and where. */
export function FirstEvaluation({ benchmarks }: { readonly benchmarks: number }) {
  return benchmarks === 0 ? (
    <EmptyState
      title="No benchmark yet"
      action={<LinkButton href="/problems">Go to the problems</LinkButton>}
    >
      Import a benchmark such as GSM8K or MATH-500, or one of your own as JSON Lines. Then evaluate a model on
      it.
    </EmptyState>
  ) : (
    <EmptyState
      title="Nothing measured yet"
      action={
        <OnlyFor least="runner">
          <LinkButton variant="primary" href={newEvaluationPath()}>
            Evaluate a model
          </LinkButton>
        </OnlyFor>
      }
    >
      A quick look takes 100 problems of a benchmark. Every number stands here with its interval, and only
      what was measured alike is ranked.
    </EmptyState>
  );
}
