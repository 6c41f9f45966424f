"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, type UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { ServerForm } from "./server-form";

interface ReplicaFieldsProps {
  readonly form: UseFormReturn<ServerForm>;
  readonly error: string | null;
}

/** Addresses of further servers that run the same model: a row each, none to begin with. */
export function ReplicaFields({ form, error }: ReplicaFieldsProps) {
  const rows = useFieldArray({ control: form.control, name: "replicas" });
  return (
    <fieldset className="flex flex-col gap-2 border-l border-rule pl-3">
      <legend className="sr-only">Further servers</legend>
      <p className="text-sm text-ink-soft">
        Further servers with the same model share the work; one that fails is left out until it answers again.
      </p>
      {rows.fields.map((row, index) => (
        <div key={row.id} className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <Field
              label={`Further server ${index + 1}`}
              error={index === rows.fields.length - 1 ? error : null}
            >
              <TextInput
                type="url"
                mono
                spellCheck={false}
                placeholder="http://127.0.0.1:8001/v1"
                {...form.register(`replicas.${index}.address`)}
              />
            </Field>
          </div>
          <Button
            variant="quiet"
            aria-label={`Remove further server ${index + 1}`}
            onClick={() => {
              rows.remove(index);
            }}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={<Plus size={13} aria-hidden />}
          onClick={() => {
            rows.append({ address: "" });
          }}
        >
          Add a further server
        </Button>
      </div>
    </fieldset>
  );
}
