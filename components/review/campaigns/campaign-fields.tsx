"use client";

import { Controller, useFormContext, useFormState, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Section } from "@/components/ui/page";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextInput } from "@/components/ui/text-input";
import { itemFilterSchema, NO_FILTER, SORTS } from "@/server/review/review.schema";
import type { CampaignInput } from "@/server/review/campaigns.schema";
import { FilterBar } from "../list/filter-bar";
import { useFilterChoices } from "../list/use-filter-choices";
import { DOUBT_FORMULA, SORT_WORDS } from "../words";
import { GoldField } from "./gold-field";
import { JudgeField } from "./judge-field";
import { OverlapField } from "./overlap-field";

/** Every choice of a campaign. */
export function CampaignFields() {
  const { control, register } = useFormContext<CampaignInput>();
  const { errors } = useFormState<CampaignInput>();
  const choices = useFilterChoices(null);
  const sort = useWatch({ control, name: "sort" });
  const blind = useWatch({ control, name: "blind" }) === true;
  return (
    <>
      <div className="max-w-md">
        <Field label="Name" error={errors.name?.message}>
          <TextInput {...register("name")} maxLength={80} />
        </Field>
      </div>
      <Section
        title="Items"
        lede="All that fit now, and those that runs make later, until the campaign is closed."
      >
        <Controller
          control={control}
          name="filter"
          render={({ field }) => {
            const filter = itemFilterSchema.parse(field.value ?? NO_FILTER);
            return (
              <FilterBar
                filter={filter}
                choices={choices}
                onChange={(change) => {
                  field.onChange({ ...filter, ...change });
                }}
              />
            );
          }}
        />
      </Section>
      <Section title="Order">
        <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
          <Field label="Which item comes first" help={sort === "doubtful" ? DOUBT_FORMULA : undefined}>
            <Select
              {...register("sort")}
              options={SORTS.map((value) => ({ value, label: SORT_WORDS[value] }))}
            />
          </Field>
          <Field
            label="Seed"
            help="Of a random order, of swapped sides and of which gold item comes when: the same seed gives the same."
            error={errors.seed?.message}
          >
            <Controller
              control={control}
              name="seed"
              render={({ field }) => (
                <NumberInput
                  value={field.value ?? null}
                  min={0}
                  onValueChange={(value) => {
                    field.onChange(value ?? 0);
                  }}
                  onBlur={field.onBlur}
                />
              )}
            />
          </Field>
        </div>
      </Section>
      <Section title="People">
        <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
          <Controller
            control={control}
            name="overlap"
            render={({ field }) => (
              <OverlapField
                field={field}
                help="People who decide on each item. With two or more, agreement can be measured."
                error={errors.overlap?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="goldEvery"
            render={({ field }) => <GoldField field={field} error={errors.goldEvery?.message} />}
          />
          <Controller
            control={control}
            name="blind"
            render={({ field }) => (
              <Switch
                checked={field.value === true}
                onCheckedChange={field.onChange}
                label="Blind"
                help="Verdicts, values and origin stay hidden until the decision; the sides are swapped at random. Whole sets cannot be decided at once."
              />
            )}
          />
          <Controller
            control={control}
            name="judgeModelId"
            render={({ field }) => (
              <JudgeField blind={blind} value={field.value ?? null} onChange={field.onChange} />
            )}
          />
        </div>
      </Section>
    </>
  );
}
