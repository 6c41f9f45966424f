import { inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationScores } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import { newId } from "@/server/foundation/ids";
import { shownScore } from "../work/to-evaluation-view";
import type { DisagreementView } from "./disagreement-view";
import { whereAnswered } from "./disagreements.repo";
import { readDisagreement } from "./disagreements.service";
import type { Settle } from "./regrade.schema";
import { askForNumbers } from "./rescore.repo";
import { insertRuling } from "./rulings.repo";

/**
 * Rules an answer on which graders differ right or wrong, for every model alike, or takes the ruling back. It is a row more;
 * none is ever changed. The worker then makes the numbers of all evaluations with that answer anew.
 * @throws AppError `not-found` where no graders differ on that answer
 */
export function settleAnswer(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  { problemId, answer, correct, reason }: Settle,
  actorId: string,
): DisagreementView {
  readDisagreement(db, { problemId, answer });
  const at = clock.now();
  db.transaction((tx) => {
    insertRuling(tx, { id: newId("ruling", at), problemId, answer, correct, reason, actorId, at });
    for (const shown of shownWith(db, { problemId, answer })) askForNumbers(tx, shown);
  });
  return readDisagreement(db, { problemId, answer });
}

/** Evaluations whose shown numbers count the answer, each with the grader that they are shown under. */
function shownWith(
  db: Db,
  answered: { readonly problemId: string; readonly answer: string },
): { id: string; graderVersion: string }[] {
  const places = whereAnswered(db, answered);
  const ids = [...new Set(places.map(({ evaluationId }) => evaluationId))];
  const scores = db
    .select({
      evaluationId: evaluationScores.evaluationId,
      graderVersion: evaluationScores.graderVersion,
      computedAt: evaluationScores.computedAt,
    })
    .from(evaluationScores)
    .where(inArray(evaluationScores.evaluationId, ids))
    .all();
  return ids.flatMap((id) => {
    const shown = shownScore(scores.filter(({ evaluationId }) => evaluationId === id));
    const counts = places.some(
      (place) => place.evaluationId === id && place.graderVersion === shown?.graderVersion,
    );
    return shown === null || !counts ? [] : [{ id, graderVersion: shown.graderVersion }];
  });
}
