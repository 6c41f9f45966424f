import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { models } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { checkLaunch } from "./launch-checks";
import { launchRunSchema, type LaunchRunInput } from "./runs.schema";
import { seedForRuns, smallLaunch, type Seeded } from "./testing/seed";

let db: Db;
let seeded: Seeded;
beforeEach(() => {
  ({ db } = openTestDatabase());
  seeded = seedForRuns(db, { problems: 2 });
  db.insert(models).values({ id: "prm", name: "Scorer", kind: "prm", status: "ready", createdAt: 0 }).run();
});

const check = (change: Partial<LaunchRunInput>) => () => {
  checkLaunch(db, launchRunSchema.parse({ ...smallLaunch(seeded, 2), ...change }));
};

describe("a launch", () => {
  it.each([
    { why: "without a scorer", change: { config: { scorer: "prm" } } },
    {
      why: "with a model that writes as one",
      change: { config: { scorer: "prm" }, scorerModelId: "model_small" },
    },
  ] as const)("by a process reward model is refused $why", ({ change }) => {
    expect(check(change)).toThrow(expect.objectContaining({ field: "scorerModelId" }));
  });

  it.each(["policyModelId", "smallModelId"] as const)(
    "does not take a process reward model as %s",
    (field) => {
      expect(check({ [field]: "prm" })).toThrow(expect.objectContaining({ field }));
    },
  );

  it("takes one as the scorer, and asks for none where nothing reads it", () => {
    expect(check({ config: { scorer: "prm" }, scorerModelId: "prm" })).not.toThrow();
    expect(check({ kind: "iid-pairs", config: { scorer: "prm" } })).not.toThrow();
    expect(check({ config: { scorer: "judge" } })).not.toThrow();
  });
});
