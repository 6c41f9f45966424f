import { bulk, bulkPreview } from "@/server/review/acts/bulk.service";
import { decide } from "@/server/review/acts/decide.service";
import { edit } from "@/server/review/acts/edit.service";
import { flag, flagsOf } from "@/server/review/acts/flag.service";
import { setGold } from "@/server/review/acts/gold.service";
import { history, undoState } from "@/server/review/acts/history.service";
import { redo, undo } from "@/server/review/acts/undo.service";
import { readItem } from "@/server/review/item/read-item.service";
import {
  bulkPreviewSchema,
  bulkSchema,
  decideSchema,
  editSchema,
  flagSchema,
  flagsOfSchema,
  goldSchema,
  historySchema,
  itemKeySchema,
  undoSchema,
} from "@/server/review/review.schema";
import { procedures, router } from "../../init";

const { reader, annotator, runner, unlogged } = procedures;

/** One item in view, and what people do with it. Acts have a log of their own. */
export const actProcedures = {
  item: reader.input(itemKeySchema).query(({ ctx, input }) => readItem(ctx, input)),
  decide: unlogged.annotator.input(decideSchema).mutation(({ ctx, input }) => decide(ctx, input)),
  edit: unlogged.annotator.input(editSchema).mutation(({ ctx, input }) => edit(ctx, input)),
  flag: unlogged.annotator.input(flagSchema).mutation(({ ctx, input }) => flag(ctx, input)),
  bulkPreview: annotator.input(bulkPreviewSchema).query(({ ctx, input }) => bulkPreview(ctx, input)),
  bulk: unlogged.annotator.input(bulkSchema).mutation(({ ctx, input }) => bulk(ctx, input)),
  undo: unlogged.annotator.input(undoSchema).mutation(({ ctx, input }) => undo(ctx, input)),
  redo: unlogged.annotator.input(undoSchema).mutation(({ ctx, input }) => redo(ctx, input)),
  undoState: annotator.query(({ ctx }) => undoState(ctx)),
  history: annotator.input(historySchema).query(({ ctx, input }) => history(ctx, input)),
  gold: router({
    set: runner.input(goldSchema).mutation(({ ctx, input }) => setGold(ctx, input)),
  }),
  flagsOf: reader.input(flagsOfSchema).query(({ ctx, input }) => flagsOf(ctx, input)),
};
