import { compareAnswers } from "@/server/math";
import type { Votes } from "@/server/statistics";
import type { AnswerResult } from "./item-answers";

interface Cluster {
  readonly representative: string;
  count: number;
  correct: number;
}

/**
 * The answers of one problem grouped by what they say, for a vote: each joins the first group whose first answer the
 * grader's comparison finds equal to it. Undecided counts as different. Votes are not told what is right; a group is
 * right where most of its answers were graded so. An answer without an extracted one votes for nothing, unless a person
 * settled it as right: then it is a group of its own.
 *
 * @param samples - answers asked for; those that are missing vote for nothing
 */
export function clusterAnswers(answers: readonly AnswerResult[], samples = answers.length): Votes {
  const clusters: Cluster[] = [];
  const byText = new Map<string, Cluster>();
  let settled = 0;
  for (const { extracted, correct } of answers) {
    if (extracted === null) {
      settled += Number(correct);
      continue;
    }
    const cluster = byText.get(extracted) ?? joined(clusters, extracted);
    byText.set(extracted, cluster);
    cluster.count += 1;
    cluster.correct += Number(correct);
  }
  const groups = clusters.map(({ count, correct }) => ({ count, right: 2 * correct > count }));
  if (settled > 0) groups.push({ count: settled, right: true });
  const voted = groups.reduce((sum, { count }) => sum + count, 0);
  return { clusters: groups, silent: Math.max(samples, answers.length) - voted };
}

function joined(clusters: Cluster[], extracted: string): Cluster {
  const same = clusters.find(
    ({ representative }) => compareAnswers(representative, extracted).equal === true,
  );
  if (same !== undefined) return same;
  const cluster = { representative: extracted, count: 0, correct: 0 };
  clusters.push(cluster);
  return cluster;
}
