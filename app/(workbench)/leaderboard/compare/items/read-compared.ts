import { TRPCError } from "@trpc/server";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { comparePath } from "@/components/evaluations/compare/compare-paths";
import type { CompareItemsSearch } from "@/components/evaluations/compare/compare-search";
import { readOrNotFound } from "../../../problems/read-or-not-found";

/** Reads items of a comparison; an address without two models and a benchmark, or of two that are not compared, leads to the page that says why. */
export async function readCompared<T>(search: CompareItemsSearch, read: () => Promise<T>): Promise<T> {
  const { a, b, pass, benchmark } = search;
  const why: Route = comparePath({ a, b, pass, benchmark });
  if (a === "" || b === "" || benchmark === "") redirect(why);
  try {
    return await readOrNotFound(read());
  } catch (thrown) {
    if (thrown instanceof TRPCError && ["CONFLICT", "BAD_REQUEST"].includes(thrown.code)) redirect(why);
    throw thrown;
  }
}
