import { describe, expect, it } from "vitest";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { fillUnread } from "./fill-unread";

const values = launchRunSchema.parse({
  name: "n",
  policyModelId: "p",
  smallModelId: "small",
  scorerModelId: "scorer",
  problemSetId: "s",
});
/** As the form holds a number that a person took out. */
const emptied = (key: string) => ({ ...values.config, ...JSON.parse(`{"${key}":null}`) });

describe("values as they are sent", () => {
  it("name no model that the run does not ask", () => {
    expect(fillUnread(values)).toMatchObject({ smallModelId: "small", scorerModelId: null });
    expect(fillUnread({ ...values, kind: "iid-pairs" })).toMatchObject({
      smallModelId: null,
      scorerModelId: null,
    });
    const judged = { ...values, config: { ...values.config, scorer: "judge" as const } };
    expect(fillUnread(judged).scorerModelId).toBe("scorer");
  });

  it("have the usual number where one that is not read was left empty", () => {
    const sent = launchRunSchema.parse(fillUnread({ ...values, config: emptied("iterations") }));
    expect(sent.config.iterations).toBe(16);
  });

  it("leave a number that is read empty, to be asked for", () => {
    const sent = launchRunSchema.safeParse(fillUnread({ ...values, config: emptied("rootSamples") }));
    expect(sent.success).toBe(false);
  });
});
