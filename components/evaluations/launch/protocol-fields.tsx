"use client";

import { Controller, get, useFormContext, useFormState, useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Section } from "@/components/ui/page";
import { Switch } from "@/components/ui/switch";
import { Term } from "@/components/ui/term";
import { SAMPLES_LIMIT } from "@/server/evaluations/evaluations.schema";
import { USUAL_ITEMS, USUAL_SAMPLED } from "./initial-launch";
import type { LaunchInput } from "./launch-input";
import { messageOf } from "./message-of";
import { NumberField } from "./number-field";
import { PresetChoice } from "./preset-choice";

const GRID = "grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3";

/** Which answers are drawn of which problems. */
export function ProtocolFields() {
  const { control, setValue } = useFormContext<LaunchInput>();
  const { errors } = useFormState<LaunchInput>();
  const [items, sampled] = useWatch({ control, name: ["items", "sampled"] });
  const makeOwn = (): void => {
    setValue("preset", "custom");
  };
  const passError = messageOf(get(errors, "greedy")) ?? messageOf(get(errors, "sampled"));
  return (
    <Section title="Protocol" lede="Stored whole with each number, so that it can be repeated and compared.">
      <PresetChoice />
      <div className="mt-6 flex flex-col gap-6">
        <div>
          <Checkbox
            label="All problems of each benchmark"
            checked={items === null}
            onCheckedChange={(all) => {
              setValue("items", all ? null : USUAL_ITEMS, { shouldValidate: true });
              makeOwn();
            }}
          />
          <div className={`mt-3 ${GRID}`}>
            {items === null ? null : (
              <NumberField
                path="items"
                label="Problems of each"
                help="Smaller benchmarks are taken whole."
                min={1}
                max={100_000}
                onChange={makeOwn}
              />
            )}
            <NumberField
              path="seed"
              label="Seed"
              help="The same seed, the same problems."
              min={0}
              max={2_147_483_647}
            />
            <NumberField
              path="maxTokens"
              label="Longest answer, tokens"
              help="What is longer is cut off."
              min={16}
              max={32_768}
              step={64}
            />
          </div>
        </div>
        <Controller
          control={control}
          name="greedy"
          render={({ field }) => (
            <Switch
              label="Greedy pass"
              help="One answer at temperature 0: pass@1."
              checked={field.value ?? true}
              onCheckedChange={(on) => {
                field.onChange(on);
                makeOwn();
              }}
            />
          )}
        />
        <div>
          <Switch
            label="Sampled pass"
            help="k answers of each problem: avg@k, pass@k and maj@k."
            checked={sampled !== null && sampled !== undefined}
            onCheckedChange={(on) => {
              setValue("sampled", on ? USUAL_SAMPLED : null, { shouldValidate: true });
              makeOwn();
            }}
          />
          {sampled === null || sampled === undefined ? null : (
            <div className={`mt-3 ${GRID}`}>
              <NumberField
                path="sampled.samples"
                label="k, answers of each problem"
                help="More narrow the interval."
                min={1}
                max={SAMPLES_LIMIT}
                onChange={makeOwn}
              />
              <NumberField
                path="sampled.temperature"
                label={<Term id="temperature">Temperature</Term>}
                help="How boldly it draws."
                min={0.05}
                max={2}
                step={0.05}
                onChange={makeOwn}
              />
              <NumberField
                path="sampled.topP"
                label="Top-p"
                help="Draws from the likeliest words."
                min={0.05}
                max={1}
                step={0.05}
                onChange={makeOwn}
              />
            </div>
          )}
          <p role="alert" className="mt-1 text-sm text-danger empty:hidden">
            {passError}
          </p>
        </div>
        <div className={GRID}>
          <NumberField
            path="priority"
            label="Priority"
            help="Among what waits: higher goes first."
            min={-10}
            max={10}
          />
        </div>
      </div>
    </Section>
  );
}
