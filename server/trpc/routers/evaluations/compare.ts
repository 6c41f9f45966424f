import { compareChoices } from "@/server/evaluations/comparison/choices.service";
import { compareTwo } from "@/server/evaluations/comparison/compare.service";
import {
  compareBenchmarkSchema,
  compareFamilySchema,
  compareItemSchema,
  compareItemsSchema,
  compareSchema,
} from "@/server/evaluations/comparison/comparison.schema";
import { compareFamily } from "@/server/evaluations/comparison/family.service";
import { compareItem } from "@/server/evaluations/comparison/item.service";
import { compareItems } from "@/server/evaluations/comparison/items.service";
import { compareSlices } from "@/server/evaluations/comparison/slices.service";
import { procedures } from "../../init";

const { reader } = procedures;

export const compareProcedures = {
  compareChoices: reader.query(({ ctx }) => compareChoices(ctx.db)),
  compare: reader.input(compareSchema).query(({ ctx, input }) => compareTwo(ctx.db, input)),
  compareFamily: reader.input(compareFamilySchema).query(({ ctx, input }) => compareFamily(ctx.db, input)),
  compareSlices: reader.input(compareBenchmarkSchema).query(({ ctx, input }) => compareSlices(ctx.db, input)),
  compareItems: reader.input(compareItemsSchema).query(({ ctx, input }) => compareItems(ctx.db, input)),
  compareItem: reader.input(compareItemSchema).query(({ ctx, input }) => compareItem(ctx.db, input)),
};
