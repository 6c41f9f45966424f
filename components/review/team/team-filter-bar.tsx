"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ITEM_KINDS } from "@/server/review/review.schema";
import { STAGES } from "@/server/sphere/io";
import { STAGE_WORDS } from "../words";
import { teamParsers } from "./team-search";

const ALL = "all";

/** Of which decisions the figures are; in the URL. */
export function TeamFilterBar() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(teamParsers, { history: "push" });
  const { data: campaigns = [] } = useQuery(trpc.review.campaigns.list.queryOptions());
  const set = (change: Partial<typeof search>): void => {
    setSearch(change).catch(() => undefined);
  };
  return (
    <search aria-label="Of which decisions" className="mb-8 grid gap-x-4 gap-y-3 sm:grid-cols-3">
      <Field label="Campaign">
        <Select
          value={search.campaign ?? ALL}
          options={[
            { value: ALL, label: "All campaigns" },
            ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(value) => {
            set({ campaign: value === ALL ? null : value });
          }}
        />
      </Field>
      <Field label="Kind">
        <Select
          value={search.kind ?? ALL}
          options={[
            { value: ALL, label: "Pairs and corrections" },
            { value: "pair", label: "Pairs" },
            { value: "correction", label: "Corrections" },
          ]}
          onValueChange={(value) => {
            set({ kind: ITEM_KINDS.find((kind) => kind === value) ?? null });
          }}
        />
      </Field>
      <Field label="Stage">
        <Select
          value={search.stage ?? ALL}
          options={[
            { value: ALL, label: "All stages" },
            ...STAGES.map((stage) => ({ value: stage, label: STAGE_WORDS[stage] })),
          ]}
          onValueChange={(value) => {
            set({ stage: STAGES.find((stage) => stage === value) ?? null });
          }}
        />
      </Field>
    </search>
  );
}
