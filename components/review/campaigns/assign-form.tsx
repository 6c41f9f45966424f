"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import { NO_FILTER } from "@/server/review/review.schema";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { FilterBar } from "../list/filter-bar";
import { useFilterChoices } from "../list/use-filter-choices";
import { useAssignable } from "./use-assignable";

const NOBODY = "nobody";
const SUGGESTED = 50;

/** Gives open items to one person, or frees those that were given. */
export function AssignForm({ campaign }: { readonly campaign: CampaignView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const people = useAssignable();
  const choices = useFilterChoices(campaign.id);
  const [filter, setFilter] = useState(NO_FILTER);
  const [userId, setUserId] = useState<string | null>(null);
  const [count, setCount] = useState<number | null>(SUGGESTED);
  const free = userId === NOBODY;
  const assign = useMutation(
    trpc.review.campaigns.assign.mutationOptions({
      onSuccess: async ({ items }) => {
        toast.success(
          free ? `${formatCount(items, "item")} freed.` : `${formatCount(items, "item")} assigned.`,
        );
        await queryClient.invalidateQueries(trpc.review.campaigns.pathFilter());
      },
    }),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (userId === null || count === null) return;
        assign.mutate({ campaignId: campaign.id, filter, userId: free ? null : userId, count });
      }}
    >
      <details className="mb-4">
        <summary className="mb-2 w-fit cursor-pointer hover:text-accent">Only some of them</summary>
        <FilterBar
          filter={filter}
          choices={choices}
          onChange={(change) => {
            setFilter({ ...filter, ...change });
          }}
        />
      </details>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-64 max-w-full">
          <Field label="To">
            <Select
              placeholder="Choose a person"
              options={[...people, { value: NOBODY, label: "nobody: free what is assigned" }]}
              value={userId ?? ""}
              onValueChange={setUserId}
            />
          </Field>
        </div>
        <div className="w-40">
          <Field label="At most">
            <NumberInput value={count} min={1} max={100_000} onValueChange={setCount} />
          </Field>
        </div>
        <Button type="submit" pending={assign.isPending} disabled={userId === null || count === null}>
          {free ? "Free the items" : "Assign the items"}
        </Button>
        {assign.error === null ? null : <ErrorState compact error={assign.error} />}
      </div>
    </form>
  );
}
