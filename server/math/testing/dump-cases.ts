import { stdout } from "node:process";
import { ASSORTED } from "../cases/assorted";
import { EXPRESSIONS } from "../cases/expressions";
import { EXTRACTIONS } from "../cases/extractions";
import { IDENTITIES } from "../cases/identities";
import { NOTATIONS } from "../cases/notations";
import { NUMBERS } from "../cases/numbers";
import { SETS } from "../cases/sets";
import { WORDS } from "../cases/words";
import { compareAnswers } from "../compare/compare-answers";
import { extractAnswer } from "../extract/extract-answer";

/** Prints every case of this folder with our verdict, one JSON object a line, for `compare-math-verify.py`. */
for (const [group, cases] of Object.entries({
  NUMBERS,
  EXPRESSIONS,
  SETS,
  WORDS,
  ASSORTED,
  IDENTITIES,
  NOTATIONS,
})) {
  for (const [expected, pairs] of [
    [true, cases.equal],
    [false, cases.different],
  ] as const) {
    for (const [reference, candidate] of pairs) {
      print({
        group,
        reference,
        candidate,
        expected,
        ours: compareAnswers(reference, candidate).equal === true,
      });
    }
  }
}
for (const [response, answer] of EXTRACTIONS) {
  if (answer === null) continue;
  const ours = compareAnswers(answer, extractAnswer(response)?.answer ?? "").equal === true;
  print({ group: "EXTRACTIONS", reference: answer, candidate: response, expected: true, ours });
}

function print(record: object): void {
  stdout.write(`${JSON.stringify(record)}\n`);
}
