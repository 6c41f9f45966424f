import Link from "next/link";
import { formatInteger } from "@/components/ui/format";
import type { Baseline } from "@/server/runs/baseline.service";
import type { RunView } from "@/server/runs/run-view";
import { runPath } from "../run-paths";
import { roundEstimate } from "./estimate-words";

interface LaunchLedeProps {
  readonly source: Pick<RunView, "id" | "name"> | null;
  readonly baseline: Pick<Baseline, "budget" | "samplesForBudget" | "tokensPerSolution"> | null;
}

/** Where the form's choices come from. */
export function LaunchLede({ source, baseline }: LaunchLedeProps) {
  if (source === null) return "Start it as it is, or change what you like.";
  const name = (
    <Link href={runPath(source.id)} className="link">
      <bdi>{source.name}</bdi>
    </Link>
  );
  if (baseline === null) return <>With the settings of {name}.</>;
  return (
    <>
      A baseline for {name}: the same problems and models, and as many plain solutions a problem as its{" "}
      {formatInteger(baseline.budget)} tokens pay for, about {formatInteger(baseline.samplesForBudget)} of{" "}
      {formatInteger(roundEstimate(baseline.tokensPerSolution))} tokens each.
    </>
  );
}
