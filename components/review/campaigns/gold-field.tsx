import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Term } from "@/components/ui/term";
import type { NumberFieldProps } from "./number-field-props";

/** How often a gold item comes. */
export function GoldField({ field: { value = null, onChange, onBlur }, help, error }: NumberFieldProps) {
  return (
    <Field label={<Term id="gold-item">Gold items</Term>} optional help={help} error={error}>
      <NumberInput
        value={value}
        min={2}
        max={100}
        placeholder="none"
        onValueChange={onChange}
        onBlur={onBlur}
      />
    </Field>
  );
}
