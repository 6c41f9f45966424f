"use client";

import { Controller, type UseFormReturn } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { TextInput } from "@/components/ui/text-input";
import { fieldError } from "@/components/ui/form-errors";
import { ReplicaFields } from "./replica-fields";
import type { ServerForm } from "./server-form";
import type { ServerKind } from "./server-words";

interface ServerFieldsProps {
  readonly form: UseFormReturn<ServerForm>;
  readonly kind: ServerKind;
  /** Whether the entry has a key already. */
  readonly keyStored: boolean;
  /** The server's refusal, shown at the field that it names. */
  readonly refused: Parameters<typeof fieldError>[0];
}

const examples: Readonly<Record<ServerKind, string>> = {
  openai: "Qwen/Qwen2.5-Math-1.5B-Instruct",
  prm: "Qwen/Qwen2.5-Math-PRM-7B",
};

export function ServerFields({ form, kind, keyStored, refused }: ServerFieldsProps) {
  const { errors } = form.formState;
  const errorOf = (field: keyof ServerForm): string | null =>
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
      {kind === "openai" ? <ReplicaFields form={form} error={errorOf("replicas")} /> : null}
      <Field
        label="Model on the server"
        help="The name by which the server knows the model."
        error={errorOf("remoteName")}
      >
        <TextInput mono spellCheck={false} placeholder={examples[kind]} {...form.register("remoteName")} />
      </Field>
      <Field label="Name" help="What it is called in this app." error={errorOf("name")}>
        <TextInput {...form.register("name")} />
      </Field>
      <Field
        label={keyStored ? "New API key" : "API key"}
        optional
        help={
          keyStored
            ? "Left empty, the stored key stays."
            : "Stays on the machine that runs the app; it is never shown again."
        }
        error={errorOf("apiKey")}
      >
        <TextInput type="password" autoComplete="new-password" mono {...form.register("apiKey")} />
      </Field>
      {keyStored ? (
        <Controller
          control={form.control}
          name="forgetKey"
          render={({ field }) => (
            <Checkbox label="Forget the stored key" checked={field.value} onCheckedChange={field.onChange} />
          )}
        />
      ) : null}
      <Field
        label={kind === "prm" ? "Requests at once" : "Samples at once"}
        optional
        help={
          kind === "prm"
            ? "Each asks about up to 32 solutions. Left empty, four."
            : "At each server. Left empty, the app finds the best number itself."
        }
        error={errorOf("maxConcurrency")}
      >
        <Controller
          control={form.control}
          name="maxConcurrency"
          render={({ field }) => (
            <NumberInput
              value={field.value ?? null}
              min={1}
              max={kind === "prm" ? 64 : 1024}
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
