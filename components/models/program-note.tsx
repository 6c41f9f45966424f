"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { SafeText } from "@/components/ui/raw-text";

/** Which llama-server would be found by itself, or how to get one. */
export function ProgramNote() {
  const trpc = useTRPC();
  const found = useQuery(trpc.models.llamaServerProgram.queryOptions());
  if (found.data === undefined) return <>Path of llama-server.</>;
  const { program, fault } = found.data;
  return program === null ? (
    <SafeText text={fault ?? "There is none on this machine."} />
  ) : (
    <>
      Left empty, it is <SafeText text={program.binary} />, version <SafeText text={program.version} />.
    </>
  );
}
