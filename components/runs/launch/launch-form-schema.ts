import { launchRunSchema } from "@/server/runs/runs.schema";
import { SCORER_WORDS } from "../run-words";
import { usedFields } from "./used-fields";

/** The launch's schema, with what only the choices together can tell: a scorer that needs a model has one. */
export const launchFormSchema = launchRunSchema.superRefine((launch, context) => {
  const { model } = SCORER_WORDS[launch.config.scorer];
  if (usedFields(launch).has("scorerModelId") && model === "required" && launch.scorerModelId === null) {
    context.addIssue({
      code: "custom",
      path: ["scorerModelId"],
      message: "Choose the process reward model, or another scorer.",
    });
  }
});
