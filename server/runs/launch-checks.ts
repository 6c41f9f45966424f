import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { models, problemSets } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { requireClean } from "@/server/problems/contamination/gate";
import { scorerKindOf } from "@/server/models/scorer-kind";
import type { LaunchRun } from "./runs.schema";

/**
 * Checks that what a launch names is there and fit for it.
 * @throws AppError naming the field that does not fit
 */
export function checkLaunch(db: Db, launch: LaunchRun): void {
  requireModel(db, launch.policyModelId, "policyModelId");
  if (launch.smallModelId !== null) requireModel(db, launch.smallModelId, "smallModelId");
  if (launch.scorerModelId !== null) requireModel(db, launch.scorerModelId, "scorerModelId");
  requireScorer(db, launch);
  requireTrainingSet(db, launch.problemSetId);
  requireClean(db, launch.problemSetId);
}

/** A model writes or it scores steps; which of both a run needs hangs on the role. */
function requireScorer(db: Db, launch: LaunchRun): void {
  const scores = (modelId: string | null): boolean => {
    if (modelId === null) return false;
    const model = db.select().from(models).where(eq(models.id, modelId)).get();
    return model !== undefined && scorerKindOf(model) === "prm";
  };
  for (const field of ["policyModelId", "smallModelId"] as const) {
    if (!scores(launch[field])) continue;
    throw new AppError("invalid-input", "A process reward model scores steps; it cannot write solutions.", {
      field,
      fix: "Choose a model that writes, and this one as the scorer.",
    });
  }
  if (launch.kind !== "sphere" || launch.config.scorer !== "prm" || scores(launch.scorerModelId)) return;
  throw new AppError(
    "invalid-input",
    "Steps are to be valued by a process reward model, and none is chosen.",
    {
      field: "scorerModelId",
      fix: "Choose a process reward model, or another way to value steps.",
    },
  );
}

function requireModel(
  db: Db,
  modelId: string,
  field: "policyModelId" | "smallModelId" | "scorerModelId",
): void {
  const model = db.select().from(models).where(eq(models.id, modelId)).get();
  if (model === undefined) {
    throw new AppError("not-found", `There is no model ${modelId}.`, {
      field,
      fix: "Choose one of the list.",
    });
  }
  if (model.status !== "ready" && model.status !== "downloading") {
    throw new AppError("conflict", `${model.name} is ${model.status.replaceAll("-", " ")}.`, {
      field,
      fix: model.statusDetail ?? "Download or repair it on the Models page.",
    });
  }
}

function requireTrainingSet(db: Db, setId: string): void {
  const field = "problemSetId";
  const set = db.select().from(problemSets).where(eq(problemSets.id, setId)).get();
  if (set === undefined) {
    throw new AppError("not-found", `There is no problem set ${setId}.`, {
      field,
      fix: "Choose one of the list.",
    });
  }
  if (set.kind === "benchmark") {
    throw new AppError(
      "invalid-input",
      `${set.name} is a benchmark: training on it would spoil every figure.`,
      { field, fix: "Choose a training set." },
    );
  }
  if (set.status !== "ready" || set.problemCount === 0) {
    throw new AppError("conflict", `${set.name} has no problems ready.`, { field, fix: "Import it again." });
  }
}
