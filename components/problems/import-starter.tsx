"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { ErrorState } from "@/components/ui/states";
import type { ImportWayProps } from "./types";
import { useImported } from "./use-imported";

const LARGEST_SEED = 2_147_483_647;

/** Problems from the app's own templates. */
export function ImportStarter({ sources, onReport }: ImportWayProps) {
  const trpc = useTRPC();
  const onSuccess = useImported(onReport);
  const make = useMutation(trpc.problems.generateStarter.mutationOptions({ onSuccess }));
  const [seed, setSeed] = useState<number | null>(1);
  const [count, setCount] = useState<number | null>(200);
  return (
    <form
      className="flex max-w-2xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (seed !== null && count !== null) make.mutate({ seed, count });
      }}
    >
      <p className="text-ink-soft">
        Grade-school word problems of one to four steps with exact answers, made here. The same seed always
        makes the same problems; a larger count lengthens the set.
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Seed" help="Any whole number; another one makes other problems.">
          <NumberInput value={seed} onValueChange={setSeed} min={0} max={LARGEST_SEED} required />
        </Field>
        <Field label="Problems" help={`At most ${sources.starterLimit.toLocaleString("en-GB")}.`}>
          <NumberInput value={count} onValueChange={setCount} min={1} max={sources.starterLimit} required />
        </Field>
      </div>
      {make.error === null ? null : <ErrorState error={make.error} compact />}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={make.isPending}
          disabled={seed === null || count === null}
        >
          Make the set
        </Button>
      </div>
    </form>
  );
}
