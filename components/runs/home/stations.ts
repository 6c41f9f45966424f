import { evaluationsPath, leaderboardPath, newEvaluationPath } from "@/components/evaluations/paths";
import { itemsPath, reviewPath, workPath } from "@/components/review/paths";
import type { CampaignView } from "@/server/review/queue-view.schema";
import type { Overview } from "@/server/runs/overview.service";
import { pairsPath } from "../pairs/paths";
import { runPath } from "../run-paths";

export type StationPath =
  | "/problems"
  | "/models"
  | "/runs"
  | "/runs/new"
  | ReturnType<typeof reviewPath | typeof itemsPath | typeof workPath>
  | ReturnType<typeof leaderboardPath | typeof evaluationsPath | typeof newEvaluationPath>
  | ReturnType<typeof runPath | typeof pairsPath>;

export interface Station {
  readonly id: "problems" | "models" | "runs" | "pairs" | "review" | "evaluations";
  readonly name: string;
  /** What happens here, in one sentence. */
  readonly what: string;
  readonly href: StationPath | null;
  readonly count: number;
  readonly unit: string;
  /** A second figure, in words. */
  readonly detail: string | null;
  readonly action: { readonly label: string; readonly href: StationPath } | null;
}

/** What the home page tells of review; empty until it is known, and where the viewer may not decide. */
export interface ReviewOverview {
  readonly campaigns: readonly Pick<CampaignView, "id" | "status" | "progress">[];
  readonly mayDecide: boolean;
}

/** The loop as far as it goes, in order: each station with its count and the next useful thing to do there. */
export function stations(
  overview: Overview,
  reviewed: ReviewOverview,
): readonly [Station, Station, Station, Station, Station, Station] {
  return [
    problems(overview),
    models(overview),
    runs(overview),
    pairs(overview),
    review(reviewed),
    evaluations(overview),
  ];
}

/** What keeps a person from the first run; `launch` when nothing does, null when there was one. */
export type FirstStep = "model" | "problems" | "launch";

export function firstStep(overview: Overview): FirstStep | null {
  if (overview.runs > 0) return null;
  if (overview.modelsReady === 0) return "model";
  return overview.trainingProblems === 0 ? "problems" : "launch";
}

function problems(overview: Overview): Station {
  const { trainingProblems, benchmarkProblems } = overview;
  return {
    id: "problems",
    name: "Problems",
    what: "Questions with a known answer. The answer is only used to grade.",
    href: "/problems",
    count: trainingProblems,
    unit: trainingProblems === 1 ? "problem for training" : "problems for training",
    detail:
      benchmarkProblems === 0
        ? null
        : `${benchmarkProblems.toLocaleString("en-GB")} in benchmarks, kept apart`,
    action:
      trainingProblems === 0
        ? { label: "Make or import a set", href: "/problems" }
        : { label: "Browse the problems", href: "/problems" },
  };
}

function models(overview: Overview): Station {
  const { modelsReady, models: all } = overview;
  return {
    id: "models",
    name: "Models",
    what: "The policy that is to get better, and a small model for plausible mistakes.",
    href: "/models",
    count: modelsReady,
    unit: modelsReady === 1 ? "model ready" : "models ready",
    detail: all > modelsReady ? `${(all - modelsReady).toLocaleString("en-GB")} not ready yet` : null,
    action:
      modelsReady === 0
        ? { label: "Download a model", href: "/models" }
        : { label: "See the models", href: "/models" },
  };
}

function runs(overview: Overview): Station {
  const active = overview.activeRuns.length;
  const ready = overview.modelsReady > 0 && overview.trainingProblems > 0;
  const [first] = overview.activeRuns;
  return {
    id: "runs",
    name: "Runs",
    what: "The policy solves, errs, reflects and repairs, in three stages.",
    href: "/runs",
    count: overview.runs,
    unit: overview.runs === 1 ? "run" : "runs",
    detail: active === 0 ? null : `${active.toLocaleString("en-GB")} under way`,
    action:
      first !== undefined
        ? { label: "Watch the run", href: runPath(first.id) }
        : ready
          ? { label: "New run", href: "/runs/new" }
          : null,
  };
}

function pairs({ pairs: count, latestWithPairs: source }: Overview): Station {
  return {
    id: "pairs",
    name: "Pairs",
    what: "A better and a worse answer to one problem: what training learns from.",
    href: source === null ? null : pairsPath(source.id),
    count,
    unit: count === 1 ? "preference pair" : "preference pairs",
    detail: source === null ? null : `${source.pairCount.toLocaleString("en-GB")} from "${source.name}"`,
    action: source === null ? null : { label: "Read the pairs", href: pairsPath(source.id) },
  };
}

/** Counts every campaign's items by themselves: an item is done once for each campaign that asks for it. */
function review({ campaigns, mayDecide }: ReviewOverview): Station {
  const open = campaigns.filter(({ status }) => status === "open");
  const sum = (of: (campaign: ReviewOverview["campaigns"][number]) => number): number =>
    open.reduce((total, campaign) => total + of(campaign), 0);
  const waiting = sum(({ progress }) => progress.items.open);
  const conflicts = sum(({ progress }) => progress.items.conflict);
  const mine = sum(({ progress }) => progress.assignedToMe);
  const next =
    open.find(({ progress }) => progress.assignedToMe > 0) ??
    open.find(({ progress }) => progress.items.open > 0);
  return {
    id: "review",
    name: "Review",
    what: "People accept or reject what the machine made, before it trains.",
    href: reviewPath(),
    count: waiting,
    unit: waiting === 1 ? "item to decide" : "items to decide",
    detail:
      mine > 0
        ? `${mine.toLocaleString("en-GB")} assigned to you`
        : conflicts > 0
          ? `${conflicts.toLocaleString("en-GB")} in conflict`
          : null,
    action:
      next !== undefined && mayDecide
        ? { label: "Start reviewing", href: workPath(next.id) }
        : sum(({ progress }) => progress.total) > 0
          ? { label: "See the items", href: itemsPath() }
          : null,
  };
}

function evaluations(overview: Overview): Station {
  const { evaluations: finished, activeEvaluations: active, benchmarkProblems, modelsReady } = overview;
  return {
    id: "evaluations",
    name: "Evaluations",
    what: "What each model is worth on benchmarks, and whether a difference is real.",
    href: leaderboardPath(),
    count: finished,
    unit: finished === 1 ? "evaluation" : "evaluations",
    detail: active === 0 ? null : `${active.toLocaleString("en-GB")} under way`,
    action:
      finished > 0
        ? { label: "See the leaderboard", href: leaderboardPath() }
        : active > 0
          ? { label: "Watch the evaluations", href: evaluationsPath() }
          : benchmarkProblems === 0
            ? { label: "Import a benchmark", href: "/problems" }
            : modelsReady > 0
              ? { label: "Evaluate a model", href: newEvaluationPath() }
              : null,
  };
}
