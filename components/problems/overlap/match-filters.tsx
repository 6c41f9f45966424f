"use client";

import { useState } from "react";
import { OnlyFor } from "@/components/accounts/only-for";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatInteger } from "@/components/ui/format";
import { Kbd } from "@/components/ui/kbd";
import { Select } from "@/components/ui/select";
import { MATCH_KINDS, MATCH_STATES } from "@/server/problems/contamination.schema";
import type { OverlapSummary } from "../types";
import { DecideDialog, type Asked } from "./decide-dialog";
import type { OverlapFilters } from "./overlap-filters";
import { KIND_WORDS, STATE_WORDS } from "./overlap-words";

interface MatchFiltersProps {
  readonly summary: OverlapSummary;
  readonly filters: OverlapFilters;
  readonly onChange: (change: Partial<OverlapFilters>) => void;
}

const ALL = { value: "", label: "All" } as const;

/** Which matches are shown, and what can be done with all open ones at once. */
export function MatchFilters({ summary, filters, onChange }: MatchFiltersProps) {
  const { set, counts, comparisons } = summary;
  const [asked, setAsked] = useState<Asked | null>(null);
  const all = (decision: Asked["decision"]) => (): void => {
    setAsked({ decision, matchIds: null, count: counts.open });
  };
  return (
    <>
      <search className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 basis-36">
          <Field label="State">
            <Select
              options={[
                ALL,
                ...MATCH_STATES.map((state) => ({
                  value: state,
                  label: `${STATE_WORDS[state].name} (${formatInteger(counts[state])})`,
                })),
              ]}
              value={filters.state ?? ""}
              onValueChange={(state) => {
                onChange({ state: state === "" ? null : state });
              }}
            />
          </Field>
        </div>
        <div className="min-w-0 basis-48">
          <Field label="Likeness">
            <Select
              options={[ALL, ...MATCH_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].name }))]}
              value={filters.kind ?? ""}
              onValueChange={(kind) => {
                onChange({ kind: kind === "" ? null : kind });
              }}
            />
          </Field>
        </div>
        <div className="min-w-0 basis-48">
          <Field label={set.kind === "benchmark" ? "Set that trains" : "Benchmark"}>
            <Select
              options={[ALL, ...comparisons.map(({ other }) => ({ value: other.id, label: other.name }))]}
              value={filters.with ?? ""}
              onValueChange={(other) => {
                onChange({ with: other === "" ? null : other });
              }}
            />
          </Field>
        </div>
        {counts.open === 0 ? null : (
          <OnlyFor least="runner">
            <div className="flex flex-wrap gap-2 lg:ml-auto">
              <Button onClick={all("waive")}>Waive all open …</Button>
              <Button variant="primary" onClick={all("leave-out")}>
                Leave out all open …
              </Button>
            </div>
          </OnlyFor>
        )}
      </search>
      <p className="mb-2 text-sm text-ink-faint max-sm:hidden">
        <Kbd>j</Kbd> <Kbd>k</Kbd> next and previous match
        <OnlyFor least="runner">
          {" "}
          · <Kbd>l</Kbd> leave out · <Kbd>w</Kbd> waive · <Kbd>o</Kbd> reopen
        </OnlyFor>
      </p>
      <DecideDialog setId={set.id} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}
