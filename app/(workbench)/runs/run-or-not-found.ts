import "server-only";

import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { serverCaller } from "@/server/trpc/rsc";

/** The run, read once a request; else the page's "not found". */
export const runOrNotFound = cache(async (runId: string) => {
  const api = await serverCaller();
  try {
    return await api.runs.get({ runId });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});
