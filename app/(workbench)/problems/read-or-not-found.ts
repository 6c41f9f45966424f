import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** What a page reads to decide whether it exists; an unknown id is a page that is not there. */
export async function readOrNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (thrown) {
    if (thrown instanceof TRPCError && thrown.code === "NOT_FOUND") notFound();
    throw thrown;
  }
}
