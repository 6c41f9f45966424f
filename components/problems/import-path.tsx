"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ErrorState } from "@/components/ui/states";
import { TextInput } from "@/components/ui/text-input";
import { SetTarget, targetInput, type Target } from "./set-target";
import type { ImportWayProps } from "./types";
import { useImported } from "./use-imported";

/** A file on the machine that runs the app. */
export function ImportPath({ sources, onReport }: ImportWayProps) {
  const trpc = useTRPC();
  const onSuccess = useImported(onReport);
  const bring = useMutation(trpc.problems.importFile.mutationOptions({ onSuccess }));
  const [path, setPath] = useState("");
  const [target, setTarget] = useState<Target>({ name: "", kind: null });
  return (
    <form
      className="flex max-w-2xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        bring.mutate({ from: "path", path, ...targetInput(target) });
      }}
    >
      <Field label="Path" help="A .jsonl file on the machine that runs the app.">
        <TextInput
          mono
          required
          spellCheck={false}
          value={path}
          onChange={(event) => {
            setPath(event.target.value);
          }}
        />
      </Field>
      <SetTarget fileName={path} known={sources.known} value={target} onChange={setTarget} />
      {bring.error === null ? null : <ErrorState error={bring.error} compact />}
      <div>
        <Button type="submit" variant="primary" pending={bring.isPending}>
          Import
        </Button>
      </div>
    </form>
  );
}
