import { extractAnswer, gradeResponse, type Grade } from "@/server/math";
import type { LineGrading } from "../problems.schema";
import type { KnownReference } from "./known-references";
import { rulesOf } from "./rules";

/** What grading needs to know of a set and of one of its problems. */
export interface ItemToGrade {
  readonly set: { readonly source: string };
  readonly problem: {
    readonly externalId: string;
    readonly answer: string;
    readonly grading: LineGrading | null;
  };
}

/**
 * Grades one response to an item by the rules of its benchmark: a corrected reference instead of a known bad one, then the
 * file's rules, the item's own, and what its line says, the later ones first. Where the reference is known to be bad and
 * nothing certain stands in its place, the verdict is `bad-reference`. Never throws.
 */
export function gradeItem({ set, problem }: ItemToGrade, response: string): Grade {
  const reference = referenceOf(set, problem);
  const options = gradingOf(set, problem);
  if (reference === null) {
    const extracted = extractAnswer(response, options)?.answer ?? null;
    return { verdict: "bad-reference", extracted, rule: "empty-reference" };
  }
  return gradeResponse(response, reference, options);
}

/** How the answers of an item are graded: the rules of its file, of the item, and of its line put together. */
export function gradingOf(
  set: ItemToGrade["set"],
  problem: Pick<ItemToGrade["problem"], "externalId" | "grading">,
): LineGrading {
  const rules = rulesOf(set.source);
  const own = rules.items.find(({ externalId }) => externalId === problem.externalId);
  return { ...rules.grading, ...own?.grading, ...problem.grading };
}

/** The answer that responses are compared with; null where none is fit for it. */
export function referenceOf(
  set: ItemToGrade["set"],
  problem: Pick<ItemToGrade["problem"], "externalId" | "answer">,
): string | null {
  const known = knownReferenceOf(set, problem.externalId);
  return known === null ? problem.answer : known.corrected;
}

/**
 * Why an item counts nowhere: its reference is known to be bad and nothing certain stands in its place. Null for every
 * other item, also for one whose reference was corrected.
 */
export function badReferenceOf(set: ItemToGrade["set"], externalId: string): string | null {
  const known = knownReferenceOf(set, externalId);
  return known === null || known.corrected !== null ? null : known.reason;
}

function knownReferenceOf(set: ItemToGrade["set"], externalId: string): KnownReference | null {
  return rulesOf(set.source).references.find((known) => known.externalId === externalId) ?? null;
}
