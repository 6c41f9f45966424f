import {
  createLoader,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { PASS_NAMES } from "@/server/evaluations/evaluations.schema";
import { ITEM_OUTCOMES, type ItemFilter } from "@/server/evaluations/reading/reading.schema";

const EVALUATION_TABS = ["items", "protocol", "errors", "others"] as const;

/** Which items, in the URL: of the evaluation's page and of the walk through its items. */
export const itemFilterParsers = {
  outcome: parseAsStringLiteral(ITEM_OUTCOMES),
  pass: parseAsStringLiteral(PASS_NAMES),
  level: parseAsString,
  subject: parseAsString,
  q: parseAsString.withDefault(""),
};

export const evaluationParsers = {
  ...itemFilterParsers,
  tab: parseAsStringLiteral(EVALUATION_TABS).withDefault("items"),
  page: parseAsInteger.withDefault(1),
};

export const loadItemSearch = createLoader(itemFilterParsers);
export const loadEvaluationSearch = createLoader(evaluationParsers);

export type ItemSearch = inferParserType<typeof itemFilterParsers>;
export type EvaluationSearch = inferParserType<typeof evaluationParsers>;

export const ITEMS_SHOWN = 50;

/** The filter as the API takes it. */
export function itemFilter({ outcome, pass, level, subject, q }: ItemSearch): ItemFilter {
  return { outcome, pass, level, subject, text: q };
}

/** The query of one page of items. */
export function itemsInput(evaluationId: string, { page, ...search }: EvaluationSearch) {
  return { evaluationId, ...itemFilter(search), page: Math.max(1, page), pageSize: ITEMS_SHOWN };
}

export function isItemFiltered({ outcome, pass, level, subject, q }: ItemSearch): boolean {
  return outcome !== null || pass !== null || level !== null || subject !== null || q !== "";
}
