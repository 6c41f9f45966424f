import type { PassName } from "@/server/evaluations/evaluations.schema";
import { ChoiceButtons } from "./choice-buttons";

const WORDS: Readonly<Record<PassName, string>> = {
  greedy: "One greedy answer",
  sampled: "Several sampled answers",
};

interface PassChoiceProps {
  readonly pass: PassName;
  /** Passes that have something to compare. */
  readonly passes: readonly PassName[];
  readonly onChange: (pass: PassName) => void;
}

/** Which answers are compared; nothing where there is no choice. */
export function PassChoice({ pass, passes, onChange }: PassChoiceProps) {
  const offered = [...new Set([...passes, pass])];
  if (offered.length < 2) return null;
  return (
    <ChoiceButtons
      label="Answers compared"
      value={pass}
      options={offered.toSorted().map((value) => ({ value, label: WORDS[value] }))}
      onChange={onChange}
    />
  );
}
