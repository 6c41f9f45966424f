"use client";

import { Controller, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { TextInput } from "@/components/ui/text-input";
import type { AddOpenAi } from "@/server/models/models.schema";
import { fieldError } from "./form-errors";

interface ServerFieldsProps {
  readonly form: UseFormReturn<AddOpenAi>;
  /** The server's refusal, shown at the field that it names. */
  readonly refused: Parameters<typeof fieldError>[0];
}

export function ServerFields({ form, refused }: ServerFieldsProps) {
  const { errors } = form.formState;
  const errorOf = (field: keyof AddOpenAi): string | null =>
    errors[field]?.message ?? fieldError(refused, field);
  return (
    <>
      <Field label="Address" help="Up to and with /v1." error={errorOf("baseUrl")}>
        <TextInput
          type="url"
          mono
          spellCheck={false}
          placeholder="http://127.0.0.1:8000/v1"
          {...form.register("baseUrl")}
        />
      </Field>
      <Field
        label="Model on the server"
        help="The name by which the server knows the model."
        error={errorOf("remoteName")}
      >
        <TextInput
          mono
          spellCheck={false}
          placeholder="Qwen/Qwen2.5-Math-1.5B-Instruct"
          {...form.register("remoteName")}
        />
      </Field>
      <Field label="Name" help="What it is called in this app." error={errorOf("name")}>
        <TextInput {...form.register("name")} />
      </Field>
      <Field
        label="API key"
        optional
        help="Stays on the machine that runs the app; it is never shown again."
        error={errorOf("apiKey")}
      >
        <TextInput type="password" autoComplete="new-password" mono {...form.register("apiKey")} />
      </Field>
      <Field
        label="Samples at once"
        optional
        help="Left empty, the app finds the best number itself."
        error={errorOf("maxConcurrency")}
      >
        <Controller
          control={form.control}
          name="maxConcurrency"
          render={({ field }) => (
            <NumberInput
              value={field.value ?? null}
              min={1}
              max={1024}
              onBlur={field.onBlur}
              onValueChange={(value) => {
                field.onChange(value ?? undefined);
              }}
            />
          )}
        />
      </Field>
    </>
  );
}
