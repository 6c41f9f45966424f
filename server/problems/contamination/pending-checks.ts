import type { Db } from "@/db/client";
import { findSet, listSetRows, type ProblemSetRow } from "../problem-sets.repo";
import { setFingerprint } from "../set-fingerprint";
import { DETECTOR_VERSION } from "./detect";
import { checksOf, type CheckRow } from "./matches.repo";

/** A set that trains and a benchmark, as both are now, and what is known of the two. */
export interface Comparison {
  readonly set: ProblemSetRow;
  readonly benchmark: ProblemSetRow;
  readonly setSha256: string;
  readonly benchmarkSha256: string;
  /** The last check, whatever it compared; null before the first. */
  readonly check: CheckRow | null;
  /** Whether that check holds for the two as they are now. */
  readonly current: boolean;
}

/** Every comparison in which a set stands: with each benchmark, or for a benchmark with each set that trains. */
export function comparisonsOf(db: Db, setId: string): Comparison[] {
  const own = findSet(db, setId);
  if (own === null || !isComparable(own)) return [];
  const others = listSetRows(db).filter(
    (other) => isComparable(other) && (other.kind === "benchmark") !== (own.kind === "benchmark"),
  );
  const checks = checksOf(db, setId);
  return others.map((other) => {
    const [set, benchmark] = own.kind === "benchmark" ? [other, own] : [own, other];
    const [setSha256, benchmarkSha256] = [setFingerprint(db, set.id), setFingerprint(db, benchmark.id)];
    const check = checks.find((row) => row.setId === set.id && row.benchmarkId === benchmark.id) ?? null;
    const current =
      check !== null &&
      check.setSha256 === setSha256 &&
      check.benchmarkSha256 === benchmarkSha256 &&
      check.detectorVersion === DETECTOR_VERSION;
    return { set, benchmark, setSha256, benchmarkSha256, check, current };
  });
}

/** An import that goes on is compared when it has ended. */
const isComparable = ({ status, problemCount }: ProblemSetRow): boolean =>
  status !== "importing" && problemCount > 0;
