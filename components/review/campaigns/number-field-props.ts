/** A number of a form: react-hook-form's field, and what the page says of it. */
export interface NumberFieldProps {
  readonly field: {
    readonly value?: number | null | undefined;
    readonly onChange: (value: number | null) => void;
    readonly onBlur: () => void;
  };
  readonly help: string;
  readonly error: string | undefined;
}
