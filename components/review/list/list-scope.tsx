"use client";

import { Dices } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ITEM_STATES, SORTS } from "@/server/review/review.schema";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { SORT_WORDS, STATE_WORDS } from "../words";
import { ChoiceField } from "./choice-field";
import type { ListSearch } from "./list-params";

export interface ListScopeProps {
  readonly search: ListSearch;
  readonly campaigns: readonly CampaignView[];
  readonly onChange: (change: Partial<ListSearch>) => void;
}

/** A number for the random order; the address keeps it, so that a reload shows the same order. */
const anySeed = (): number => Math.floor(Math.random() * 1_000_000);

/** Which campaign, how far its items are, and in which order they stand. */
export function ListScope({ search, campaigns, onChange }: ListScopeProps) {
  return (
    <>
      <div className="min-w-0 lg:w-44">
        <ChoiceField
          label="Campaign"
          choices={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.campaign}
          onChange={(campaign) => {
            onChange({ campaign, state: campaign === null ? null : search.state });
          }}
        />
      </div>
      {search.campaign === null ? null : (
        <div className="min-w-0 lg:w-32">
          <ChoiceField
            label="State"
            choices={ITEM_STATES.map((value) => ({ value, label: STATE_WORDS[value] }))}
            value={search.state}
            onChange={(state) => {
              onChange({ state });
            }}
          />
        </div>
      )}
      <div className="flex min-w-0 items-end gap-2">
        <div className="min-w-0 flex-1 lg:w-48">
          <Field label="Order">
            <Select
              options={SORTS.map((value) => ({ value, label: SORT_WORDS[value] }))}
              value={search.sort}
              onValueChange={(sort) => {
                onChange({ sort, seed: sort === "random" ? anySeed() : 0 });
              }}
            />
          </Field>
        </div>
        {search.sort === "random" ? (
          <Button
            aria-label={`Shuffle again; the order now has seed ${search.seed}`}
            title={`Seed ${search.seed}`}
            onClick={() => {
              onChange({ seed: anySeed() });
            }}
          >
            <Dices size={15} aria-hidden />
          </Button>
        ) : null}
      </div>
    </>
  );
}
