import { formatPercent } from "@/components/ui/format";
import { likelihoodWords } from "./test-words";
import type { ModelTest } from "./types";

/** How likely the model finds given texts, and its verdict by label. */
export function TestMeasures({ test }: { readonly test: Pick<ModelTest, "likelihoods" | "labels"> }) {
  const { likelihoods, labels } = test;
  if (likelihoods === null && labels === null) return null;
  return (
    <ul className="mt-2 text-sm text-ink-soft">
      {likelihoods?.map((one) => (
        <li key={one.text}>{likelihoodWords(one)}</li>
      ))}
      {labels === null ? null : (
        <li>
          Asked whether 2 + 3 = 5 is right, it says{" "}
          {labels
            .map(({ means, probability }) => `“${means}” with ${formatPercent(probability)}`)
            .join(" and ")}
          .
        </li>
      )}
    </ul>
  );
}
