"use client";

import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { formatInteger, formatPercent } from "@/components/ui/format";
import type { PairFunnel } from "@/server/runs/report.service";
import { heldBackPath, pairsPath } from "../pairs/paths";
import { funnelRows, type FunnelRow } from "./pair-funnel";
import { ruleMeaning, ruleName } from "./rule-words";

interface PairFunnelListProps {
  readonly runId: string;
  readonly funnel: PairFunnel;
}

/** From all candidate pairs to those that the files hold: every rule with its reason and its count. */
export function PairFunnelList({ runId, funnel }: PairFunnelListProps) {
  return (
    <ol aria-label="From candidates to exported pairs" className="border-t border-rule">
      {funnelRows(funnel).map((row) => (
        <Row key={row.key} row={row} name={<RowName runId={runId} row={row} />} />
      ))}
    </ol>
  );
}

function Row({ row, name }: { readonly row: FunnelRow; readonly name: ReactNode }) {
  const left = row.kind === "left";
  return (
    <li
      className={clsx(
        "grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-rule py-1.5 sm:grid-cols-[minmax(0,1fr)_5rem_10rem]",
        left && "font-medium",
      )}
    >
      <span className={clsx("min-w-0", !left && "pl-5 text-sm")}>{name}</span>
      <span className="text-right">
        {left ? "" : "−"}
        {formatInteger(row.count)}
      </span>
      <span className="hidden items-center gap-2 text-sm font-normal text-ink-faint sm:flex">
        <span aria-hidden className="h-2 flex-1 bg-sunken">
          <span
            className={clsx("block h-full", left ? "bg-accent" : "bg-rule-strong")}
            style={{ width: `${row.share * 100}%` }}
          />
        </span>
        <span className="w-10 text-right">{formatPercent(row.share)}</span>
      </span>
    </li>
  );
}

function RowName({ runId, row }: { readonly runId: string; readonly row: FunnelRow }) {
  if (row.rules !== null) {
    return (
      <>
        {row.rules === "hold" ? (
          <Link href={heldBackPath(runId)} className="link font-medium">
            held back: {ruleName(row.name)}
          </Link>
        ) : (
          <span className="font-medium">{ruleName(row.name)}</span>
        )}
        <span className="block text-ink-soft">{ruleMeaning(row.rules, row.name)}</span>
      </>
    );
  }
  if (row.name === "candidates") return "Candidate pairs";
  if (row.name === "exported") return "In the files for training";
  return row.count === 0 ? (
    "Pairs kept"
  ) : (
    <Link href={pairsPath(runId)} className="link">
      Pairs kept
    </Link>
  );
}
