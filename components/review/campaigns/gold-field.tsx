import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Term } from "@/components/ui/term";
import type { NumberFieldProps } from "./number-field-props";

/** How often a gold item comes. */
export function GoldField({
  field: { value = null, onChange, onBlur },
  error,
}: Omit<NumberFieldProps, "help">) {
  return (
    <Field
      label={<Term id="gold-item">Gold items</Term>}
      optional
      help="With 10, every tenth item a person is given is one whose right decision is known."
      error={error}
    >
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
