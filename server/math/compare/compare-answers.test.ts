import { describe, expect, it } from "vitest";
import type { CaseGroup } from "../cases/case-group";
import { ASSORTED } from "../cases/assorted";
import { EXPRESSIONS } from "../cases/expressions";
import { IDENTITIES } from "../cases/identities";
import { NOTATIONS } from "../cases/notations";
import { NUMBERS } from "../cases/numbers";
import { SETS } from "../cases/sets";
import { WORDS } from "../cases/words";
import { compareAnswers } from "./compare-answers";

const GROUPS: readonly (readonly [name: string, cases: CaseGroup])[] = [
  ["numbers", NUMBERS],
  ["expressions", EXPRESSIONS],
  ["sets", SETS],
  ["words", WORDS],
  ["assorted", ASSORTED],
  ["identities", IDENTITIES],
  ["notations", NOTATIONS],
];

describe.each(GROUPS)("compareAnswers on %s", (_, cases) => {
  it.each(cases.equal)("accepts %s = %s", (reference, candidate) => {
    expect(compareAnswers(reference, candidate)).toMatchObject({ equal: true });
  });

  it.each(cases.different)("does not accept %s = %s", (reference, candidate) => {
    expect(compareAnswers(reference, candidate).equal).not.toBe(true);
  });
});
