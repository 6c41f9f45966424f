import { TRPCClientError, type TRPCClient } from "@trpc/client";
import type { ActResult, VersionView } from "@/server/review/item-view.schema";
import type { AppRouter } from "@/server/trpc/router";
import type { Entry, Refusal } from "./entry";
import type { Answer } from "./outbox";

const PATIENCE_MS = 20_000;

/** What the server says of an act that it stored. */
export interface Receipt extends Pick<ActResult, "summary" | "number" | "campaignId"> {
  /** What an edit made. */
  readonly version: Pick<VersionView, "id" | "side"> | null;
}

/** Sends one act and says what became of it; never throws. */
export async function sendAct(client: TRPCClient<AppRouter>, entry: Entry): Promise<Answer<Receipt>> {
  try {
    return await call(client, entry);
  } catch (error) {
    return failureOf(error);
  }
}

async function call(client: TRPCClient<AppRouter>, entry: Entry): Promise<Answer<Receipt>> {
  const { review } = client;
  const options = { signal: AbortSignal.timeout(PATIENCE_MS) };
  if (entry.kind === "decide") return receiptOf(await review.decide.mutate(entry.input, options));
  if (entry.kind === "flag") return receiptOf(await review.flag.mutate(entry.input, options));
  if (entry.kind === "undo") return receiptOf(await review.undo.mutate(entry.input, options));
  if (entry.kind === "redo") return receiptOf(await review.redo.mutate(entry.input, options));
  const { version, ...result } = await review.edit.mutate(entry.input, options);
  return receiptOf(result, version);
}

function receiptOf(
  { seq, summary, number, campaignId }: ActResult,
  version: Receipt["version"] = null,
): Answer<Receipt> {
  return { kind: "delivered", seq, receipt: { summary, number, campaignId, version } };
}

/** What a failed call means: no answer at all, a sign-in that has run out, a server in trouble, or a refusal. */
export function failureOf(error: unknown): Exclude<Answer<never>, { kind: "delivered" }> {
  const data = error instanceof TRPCClientError ? readData(error.data) : null;
  if (data === null) return { kind: "cut", why: "network" };
  if (data.status === 401) return { kind: "cut", why: "signed-out" };
  const message = error instanceof Error ? error.message : "The server refused it.";
  const refusal: Refusal = { message, fix: data.fix };
  const trouble = data.status >= 500 || data.status === 408 || data.status === 429;
  return { kind: trouble ? "trouble" : "refused", refusal };
}

function readData(data: unknown): { readonly status: number; readonly fix: string | null } | null {
  if (typeof data !== "object" || data === null || !("httpStatus" in data)) return null;
  if (typeof data.httpStatus !== "number") return null;
  return { status: data.httpStatus, fix: "fix" in data && typeof data.fix === "string" ? data.fix : null };
}
