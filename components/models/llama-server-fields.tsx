"use client";

import type { z } from "zod";
import { Controller, useWatch, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { AddLlamaServer, addLlamaServerSchema } from "@/server/models/models.schema";
import { fieldError } from "@/components/ui/form-errors";
import { ProgramNote } from "./program-note";
import { useModels } from "./use-models";

const BY_PATH = "by-path";

interface LlamaServerFieldsProps {
  readonly form: UseFormReturn<z.input<typeof addLlamaServerSchema>, unknown, AddLlamaServer>;
  readonly fileFixed: boolean;
  /** The server's refusal, shown at the field that it names. */
  readonly refused: Parameters<typeof fieldError>[0];
}

export function LlamaServerFields({ form, fileFixed, refused }: LlamaServerFieldsProps) {
  const { errors } = form.formState;
  const errorOf = (field: "name" | "binaryPath" | "parallel"): string | null =>
    errors[field]?.message ?? fieldError(refused, field);
  return (
    <>
      {fileFixed ? null : <FileFields form={form} refused={refused} />}
      <Field label="Name" help="What it is called in this app." error={errorOf("name")}>
        <TextInput {...form.register("name")} />
      </Field>
      <Field label="Program" optional help={<ProgramNote />} error={errorOf("binaryPath")}>
        <TextInput
          mono
          spellCheck={false}
          placeholder="/usr/local/bin/llama-server"
          {...form.register("binaryPath")}
        />
      </Field>
      <Field
        label="Samples at once"
        help="Each has its own part of the memory for context."
        error={errorOf("parallel")}
      >
        <Controller
          control={form.control}
          name="parallel"
          render={({ field }) => (
            <NumberInput
              value={field.value ?? null}
              min={1}
              max={64}
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

/** A file by its path, or that of a model of the list. */
function FileFields({ form, refused }: Omit<LlamaServerFieldsProps, "fileFixed">) {
  const { errors } = form.formState;
  const { data = [] } = useModels();
  const files = data.filter(({ kind, filePath, status }) => {
    return kind === "embedded" && filePath !== null && status === "ready";
  });
  const fileOf = useWatch({ control: form.control, name: "fileOf" }) ?? "";
  return (
    <>
      <Field label="Model file" error={errors.fileOf?.message ?? fieldError(refused, "fileOf")}>
        <Controller
          control={form.control}
          name="fileOf"
          render={({ field }) => (
            <Select
              ref={field.ref}
              name={field.name}
              onBlur={field.onBlur}
              value={fileOf === "" ? BY_PATH : fileOf}
              onValueChange={(value) => {
                field.onChange(value === BY_PATH ? "" : value);
              }}
              options={[
                { value: BY_PATH, label: "A GGUF file by its path" },
                ...files.map(({ id, name }) => ({ value: id, label: `The file of ${name}` })),
              ]}
            />
          )}
        />
      </Field>
      {fileOf === "" ? (
        <Field
          label="Path"
          help="On the machine that runs the app."
          error={errors.path?.message ?? fieldError(refused, "path")}
        >
          <TextInput
            mono
            spellCheck={false}
            placeholder="/models/my-model-q4_k_m.gguf"
            {...form.register("path")}
          />
        </Field>
      ) : null}
    </>
  );
}
