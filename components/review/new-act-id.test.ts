import { expect, it } from "vitest";
import { undoSchema } from "@/server/review/review.schema";
import { newActId } from "./new-act-id";

it("makes ids that the server takes, never twice the same", () => {
  const ids = Array.from({ length: 200 }, newActId);
  for (const actId of ids) expect(undoSchema.safeParse({ actId }).success).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
