import { readItem } from "@/server/review/item/read-item.service";
import { itemKeySchema } from "@/server/review/review.schema";
import { procedures } from "../../init";

const { reader } = procedures;

/** One item in view, and what people do with it. */
export const actProcedures = {
  item: reader.input(itemKeySchema).query(({ ctx, input }) => readItem(ctx, input)),
};
