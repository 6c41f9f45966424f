import { AppError } from "@/server/foundation/errors";
import type { RunRow } from "./runs.repo";

type Spent = Pick<RunRow, "generatedTokens" | "activeMs">;

export interface Budgets {
  readonly tokenBudget: number | null;
  readonly timeBudgetMinutes: number | null;
}

export type BudgetKind = "tokens" | "time";

/** Which budget is used up, if one is. */
export function spentBudget({ generatedTokens, activeMs }: Spent, budgets: Budgets): BudgetKind | null {
  const { tokenBudget, timeBudgetMinutes } = budgets;
  if (tokenBudget !== null && generatedTokens >= tokenBudget) return "tokens";
  if (timeBudgetMinutes !== null && activeMs >= timeBudgetMinutes * 60_000) return "time";
  return null;
}

/** What a person reads when a budget has stopped a run. */
export function budgetMessage(kind: BudgetKind, budgets: Budgets): string {
  return kind === "tokens"
    ? `The token budget of ${budgets.tokenBudget ?? 0} is spent.`
    : `The time budget of ${minutes(budgets.timeBudgetMinutes ?? 0)} is spent.`;
}

/** @throws AppError naming the budget that leaves nothing to go on with */
export function requireRoom(spent: Spent, budgets: Budgets): void {
  const kind = spentBudget(spent, budgets);
  if (kind === "tokens") {
    throw new AppError("invalid-input", `The run has already generated ${spent.generatedTokens} tokens.`, {
      field: "tokenBudget",
      fix: "Give a budget above that, or none.",
    });
  }
  if (kind === "time") {
    const worked = Math.round(spent.activeMs / 6_000) / 10;
    throw new AppError("invalid-input", `The run has already worked for ${minutes(worked)}.`, {
      field: "timeBudgetMinutes",
      fix: "Give a budget above that, or none.",
    });
  }
}

function minutes(count: number): string {
  return count === 1 ? "1 minute" : `${count} minutes`;
}
