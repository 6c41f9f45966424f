"use client";

import { clsx } from "clsx";
import { useId, type ReactNode } from "react";

export interface CardChoice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A line or two: what it is, and when to take it. */
  readonly lines: readonly string[];
}

interface ChoiceCardsProps<T extends string> {
  readonly legend: string;
  readonly help?: ReactNode;
  readonly choices: readonly CardChoice<T>[];
  /** Null: none of them. */
  readonly value: T | null;
  readonly onValueChange: (value: T) => void;
  readonly columns: 2 | 3;
  readonly error?: string | null;
}

/** One of a few choices, each with what tells it from the others. */
export function ChoiceCards<T extends string>({
  legend,
  help,
  choices,
  value,
  onValueChange,
  columns,
  error = null,
}: ChoiceCardsProps<T>) {
  const id = useId();
  return (
    <fieldset
      className="min-w-0"
      aria-describedby={error === null ? undefined : `${id}-error`}
      aria-invalid={error === null ? undefined : true}
    >
      <legend className="font-medium">{legend}</legend>
      {help === undefined ? null : <p className="text-sm text-ink-soft">{help}</p>}
      <div className={clsx("mt-1.5 grid pt-px pl-px", columns === 2 ? "sm:grid-cols-2" : "md:grid-cols-3")}>
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 border border-rule -mt-px -ml-px px-3 py-2.5 hover:bg-sunken has-checked:bg-accent-wash has-focus-visible:relative has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={value === choice.value}
              aria-labelledby={`${id}-${index}`}
              aria-describedby={`${id}-${index}-lines`}
              onChange={() => {
                onValueChange(choice.value);
              }}
              className="mt-1 accent-accent"
            />
            <span id={`${id}-${index}`} className="font-medium">
              {choice.label}
            </span>
            <span id={`${id}-${index}-lines`} className="col-start-2 text-sm text-ink-soft">
              {choice.lines.map((line) => (
                <span key={line} className="mt-0.5 block">
                  {line}
                </span>
              ))}
            </span>
          </label>
        ))}
      </div>
      {error === null ? null : (
        <p id={`${id}-error`} className="mt-1 text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
