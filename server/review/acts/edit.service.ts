import type { z } from "zod";
import { chainVersions } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { contentId } from "@/server/foundation/ids";
import { gradeResponse, GRADER_VERSION } from "@/server/math";
import { splitSteps } from "@/server/sphere/split-steps";
import { versionView } from "../item/decision-view";
import { refusalOf } from "../item/hindrance";
import { versionsOf } from "../item/item.repo";
import { readSides, type ItemSource } from "../item/read-sides";
import { viewItem } from "../item/viewing";
import type { EditResult } from "../item-view.schema";
import type { ReviewContext } from "../review-context";
import type { editSchema } from "../review.schema";
import { actOnce, actResult } from "./act-once";

type Edit = z.infer<typeof editSchema>;

/**
 * Keeps a chain as a person rewrote it, beside the original: cut into steps as a run cuts them and graded at once.
 * @throws AppError when the person may not decide on the item, or the text is one that the item has already
 */
export function edit(ctx: ReviewContext, input: Edit): EditResult {
  const { db, actor } = ctx;
  const { actId, campaignId, number, side } = input;
  const id = contentId("version", [actId]);
  const act = actOnce(ctx, { actId, kind: "edit" }, ({ tx, now, log }) => {
    const viewing = viewItem(tx, actor, input);
    const refusal = refusalOf(viewing, { actor, now });
    if (refusal !== null) throw new AppError("conflict", refusal, { field: "number" });
    const chain = side === viewing.chosenSide ? ("chosen" as const) : ("rejected" as const);
    const source = readSides(tx, viewing.found.item);
    const written = asWritten(source, { chain, text: input.text });
    const kept = versionsOf(tx, number).filter(({ version }) => version.chain === chain);
    const known = [source[chain].steps, ...kept.map(({ version }) => version.steps)];
    if (known.some((steps) => steps.join("").trim() === written.steps.join("").trim())) {
      throw new AppError("invalid-input", "The item has this text already.", {
        field: "text",
        fix: "Change it, or leave the chain as it is.",
      });
    }
    const done = log({
      campaignId,
      itemNumber: number,
      itemCount: 1,
      summary: `Edited the ${viewing.hidden ? side : chain} chain of item ${number}`,
    });
    tx.insert(chainVersions)
      .values({
        id,
        actSeq: done.seq,
        itemNumber: number,
        chain,
        userId: actor.id,
        text: written.text,
        steps: written.steps,
        ...gradeResponse(written.whole, viewing.found.problem.answer),
        graderVersion: GRADER_VERSION,
        at: now,
      })
      .run();
    return done;
  });
  const viewing = viewItem(db, actor, { number, campaignId });
  const row = versionsOf(db, number).find(({ version }) => version.id === id);
  return { ...actResult(act), version: row === undefined ? null : versionView(row, { actor, ...viewing }) };
}

interface Written {
  readonly chain: "chosen" | "rejected";
  readonly text: string;
}

/** The person's text in place of what followed the shared steps, cut by the runs' own rule. */
function asWritten(source: ItemSource, { chain, text }: Written) {
  const { shared } = source;
  // The form trims the text; white space that joined the original to the shared steps joins the edited one as well.
  const joined = (/^\s*/.exec(source[chain].raw)?.[0] ?? "") + text.trim();
  const { steps } = splitSteps(shared.join("") + joined, shared);
  return { text: joined, steps: steps.slice(shared.length), whole: steps.join("") };
}
