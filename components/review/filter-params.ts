import {
  createLoader,
  createParser,
  createSerializer,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { ITEM_KINDS, itemFilterSchema, OUTCOMES, type ItemFilter } from "@/server/review/review.schema";
import { STAGES } from "@/server/sphere/io";
import { BUCKETS } from "@/server/sphere/types";

/** Text of at most so many characters; an empty one is none. */
function parseAsText(longest: number) {
  return createParser({
    parse: (text) => (text.trim() === "" ? null : text.trim().slice(0, longest)),
    serialize: String,
  });
}

const parseAsShare = createParser({
  parse: (text) => (/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/.test(text) ? Number(text) : null),
  serialize: String,
});

const parseAsCount = createParser({
  parse: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** A filter in the address, under the names of `itemFilterSchema`; what does not fit it is as if it were not there. */
const filterParsers = {
  kind: parseAsStringLiteral(ITEM_KINDS),
  runId: parseAsText(80),
  stage: parseAsStringLiteral(STAGES),
  bucket: parseAsStringLiteral(BUCKETS),
  level: parseAsText(80),
  subject: parseAsText(80),
  marginMin: parseAsShare,
  marginMax: parseAsShare,
  lengthMin: parseAsCount,
  lengthMax: parseAsCount,
  outcome: parseAsStringLiteral(OUTCOMES),
  annotatorId: parseAsText(80),
  reason: parseAsText(40),
  machine: parseAsStringLiteral(["accepted", "refused"]),
  text: parseAsText(200),
};

/** An item's address: through which campaign and filter a person works. */
export const scopeParsers = { campaign: parseAsText(80), ...filterParsers };
export type Scope = inferParserType<typeof scopeParsers>;

export const loadScope = createLoader(scopeParsers);
export const serializeScope = createSerializer(scopeParsers);

/** The filter of an address without its campaign: what `review.next` and `review.items.list` take. */
export function filterOf(scope: Scope): ItemFilter {
  return itemFilterSchema.parse(scope);
}
