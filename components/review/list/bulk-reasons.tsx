"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Checkbox } from "@/components/ui/checkbox";

interface BulkReasonsProps {
  readonly given: readonly string[];
  readonly onChange: (given: readonly string[]) => void;
}

/** The reasons that are on, to be ticked. */
export function BulkReasons({ given, onChange }: BulkReasonsProps) {
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.review.reasons.list.queryOptions(undefined, { staleTime: 60_000 }));
  const offered = data.filter(({ active }) => active);
  if (offered.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">
        Reasons <span className="font-normal text-ink-faint">(optional)</span>
      </legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {offered.map(({ code, label }) => (
          <Checkbox
            key={code}
            label={label}
            checked={given.includes(code)}
            onCheckedChange={(checked) => {
              onChange(checked ? [...given, code] : given.filter((each) => each !== code));
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
