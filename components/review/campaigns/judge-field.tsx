import { Field } from "@/components/ui/field";
import { JudgeSelect } from "./judge-select";

interface JudgeFieldProps {
  readonly blind: boolean;
  readonly value: string | null;
  readonly onChange: (modelId: string | null) => void;
}

/** The model whose opinion is shown as a suggestion; blind campaigns show none. */
export function JudgeField({ blind, value, onChange }: JudgeFieldProps) {
  return (
    <Field
      label="Judge model"
      optional
      disabled={blind}
      help={
        blind
          ? "Blind campaigns show no suggestion."
          : "A model that says which side it prefers, and how surely; shown as a suggestion."
      }
    >
      <JudgeSelect value={blind ? null : value} onChange={onChange} disabled={blind} />
    </Field>
  );
}
