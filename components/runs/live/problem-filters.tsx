"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { PROBLEM_STATUSES, type ProblemStatus } from "@/server/runs/runs.schema";
import { BUCKETS, type Bucket } from "@/server/sphere/types";

interface ProblemFiltersProps {
  readonly status: ProblemStatus | null;
  readonly bucket: Bucket | null;
  readonly onChange: (next: { status?: ProblemStatus | null; bucket?: Bucket | null }) => void;
}

const ALL = "all";
const statusOptions = [
  { value: ALL, label: "any status" },
  ...PROBLEM_STATUSES.map((value) => ({ value, label: value })),
] as const;
const bucketOptions = [
  { value: ALL, label: "any bucket" },
  { value: "hard", label: "hard: none right" },
  { value: "mixed", label: "mixed: some right" },
  { value: "easy", label: "easy: all right" },
] as const;

export function ProblemFilters({ status, bucket, onChange }: ProblemFiltersProps) {
  return (
    <div className="mb-3 flex flex-wrap items-end gap-3">
      <div className="w-40">
        <Field label="Status">
          <Select
            options={statusOptions}
            value={status ?? ALL}
            onValueChange={(value) => {
              onChange({ status: PROBLEM_STATUSES.find((known) => known === value) ?? null });
            }}
          />
        </Field>
      </div>
      <div className="w-44">
        <Field label="Bucket">
          <Select
            options={bucketOptions}
            value={bucket ?? ALL}
            onValueChange={(value) => {
              onChange({ bucket: BUCKETS.find((known) => known === value) ?? null });
            }}
          />
        </Field>
      </div>
      {status === null && bucket === null ? null : (
        <Button
          variant="quiet"
          onClick={() => {
            onChange({ status: null, bucket: null });
          }}
        >
          Show all
        </Button>
      )}
    </div>
  );
}
