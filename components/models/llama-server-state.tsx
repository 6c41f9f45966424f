"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { RawText, SafeText } from "@/components/ui/raw-text";
import { ErrorState } from "@/components/ui/states";
import { StatusMark } from "@/components/ui/status-mark";
import type { Model } from "./types";

const EVERY_MS = 5_000;

/** Program, process and last lines of a managed llama-server; asked for while it is open. */
export function LlamaServerState({ model }: { readonly model: Model }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="mt-2 max-w-2xl text-sm"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className="text-ink-soft hover:text-ink">Its process and its log</summary>
      {open ? <Details id={model.id} /> : null}
    </details>
  );
}

function Details({ id }: { readonly id: string }) {
  const trpc = useTRPC();
  const state = useQuery(trpc.models.llamaServerState.queryOptions({ id }, { refetchInterval: EVERY_MS }));
  if (state.isError) return <ErrorState title="Its state could not be read" error={state.error} compact />;
  if (state.data === undefined) return <p className="mt-1 text-ink-soft">Looking …</p>;
  const { program, fault, running, log } = state.data;
  return (
    <div className="mt-1 flex flex-col gap-1 border-t border-rule pt-1">
      <p>
        {running ? (
          <StatusMark tone="good">running</StatusMark>
        ) : (
          <>
            <StatusMark tone="neutral">not running</StatusMark>
            <span className="text-ink-soft">: the worker starts it when a run first asks it</span>
          </>
        )}
      </p>
      {program === null ? null : (
        <p className="wrap-anywhere text-ink-soft">
          llama-server <SafeText text={program.version} /> at <SafeText text={program.binary} />
        </p>
      )}
      {fault === null ? null : (
        <p className="border-l-2 border-danger pl-3 wrap-anywhere">
          <SafeText text={fault} />
        </p>
      )}
      {log === "" ? null : <RawText text={log} label="Its last lines" maxHeight="12rem" />}
    </div>
  );
}
