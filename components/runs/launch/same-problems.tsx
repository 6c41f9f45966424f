"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { Switch } from "@/components/ui/switch";
import { formatCount } from "@/components/ui/format";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import type { LaunchSource } from "./launch-source";

interface SameProblemsProps {
  readonly source: LaunchSource;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
}

/** Takes the problems of the run that this one comes from, so that the two can be compared. */
export function SameProblems({ source, checked, onCheckedChange }: SameProblemsProps) {
  const { control } = useFormContext<LaunchRunInput>();
  const [setId, count] = useWatch({ control, name: ["problemSetId", "problemCount"] });
  const sameSet = setId === source.problemSetId;
  const fewer = typeof count === "number" && count < source.problemCount;
  return (
    <div className="md:col-span-2">
      <Switch
        checked={checked && sameSet}
        disabled={!sameSet}
        onCheckedChange={onCheckedChange}
        label={
          <>
            The same problems as <bdi>{source.name}</bdi>
          </>
        }
        help={
          sameSet
            ? `Its ${fewer ? `first ${formatCount(count, "problem")}` : formatCount(source.problemCount, "problem")}, whatever the seed: only so can the two be compared.`
            : "Only with the same problem set."
        }
      />
    </div>
  );
}
