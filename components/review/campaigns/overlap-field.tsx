import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Term } from "@/components/ui/term";
import type { NumberFieldProps } from "./number-field-props";

/** How many people decide on each item. */
export function OverlapField({ field: { value = null, onChange, onBlur }, help, error }: NumberFieldProps) {
  return (
    <Field label={<Term id="overlap">Overlap</Term>} help={help} error={error}>
      <NumberInput value={value} min={1} max={20} onValueChange={onChange} onBlur={onBlur} />
    </Field>
  );
}
