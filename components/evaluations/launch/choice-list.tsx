"use client";

import { useId, type ReactNode } from "react";
import { Controller, get, useFormContext, useFormState } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { messageOf } from "./message-of";
import type { LaunchInput } from "./launch-input";

interface ChoiceListProps {
  readonly path: "modelIds" | "benchmarkIds";
  readonly legend: string;
  readonly help: ReactNode;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly note: string }[];
  /** In place of the choices where there are none: what to do first. */
  readonly none: ReactNode;
}

/** One or more of a list, each with a word beside it. */
export function ChoiceList({ path, legend, help, choices, none }: ChoiceListProps) {
  const id = useId();
  const { control } = useFormContext<LaunchInput>();
  const { errors } = useFormState<LaunchInput>({ name: path });
  const error = messageOf(get(errors, path));
  return (
    <fieldset className="min-w-0" aria-describedby={error === null ? undefined : `${id}-error`}>
      <legend className="font-medium">{legend}</legend>
      <p className="text-sm text-ink-soft">{help}</p>
      {choices.length === 0 ? (
        <div className="mt-2 border-y border-rule py-3">{none}</div>
      ) : (
        <Controller
          control={control}
          name={path}
          render={({ field }) => (
            <ul className="mt-1.5 max-h-80 overflow-y-auto border-y border-rule">
              {choices.map((choice) => (
                <li
                  key={choice.id}
                  className="flex items-start justify-between gap-x-4 border-b border-rule py-1.5 last:border-b-0"
                >
                  <span className="min-w-0 wrap-anywhere">
                    <Checkbox
                      label={<bdi>{choice.name}</bdi>}
                      checked={field.value.includes(choice.id)}
                      onCheckedChange={(checked) => {
                        const others = field.value.filter((other) => other !== choice.id);
                        field.onChange(checked ? [...others, choice.id] : others);
                      }}
                    />
                  </span>
                  <span className="shrink-0 text-sm text-ink-soft">{choice.note}</span>
                </li>
              ))}
            </ul>
          )}
        />
      )}
      <p id={`${id}-error`} role="alert" className="mt-1 min-h-5 text-sm text-danger">
        {error}
      </p>
    </fieldset>
  );
}
