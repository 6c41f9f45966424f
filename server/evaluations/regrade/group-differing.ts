import { answerKey } from "./answer-key";
import type { DifferingVerdict } from "./differing.repo";
import { compareGraders } from "./evaluation-grader";

/** One answer of one model on which graders differ: what each said, the newest first. */
export interface DifferingSample {
  readonly evaluationId: string;
  readonly callId: string;
  readonly sampleIndex: number;
  readonly verdicts: readonly [DifferingVerdict, ...DifferingVerdict[]];
}

/** The same answer to the same problem, whoever gave it. */
export interface DifferingAnswer {
  readonly problemId: string;
  /** What a ruling on it is filed under. */
  readonly answer: string;
  /** As the newest grader read it. */
  readonly extracted: string | null;
  /** `outcome`: right under one grader and wrong under another. `reading`: wrong under all, for other reasons. */
  readonly kind: "outcome" | "reading";
  readonly samples: readonly DifferingSample[];
}

/** Groups verdicts on differing samples by problem and by the answer as the newest grader of each sample read it. */
export function groupDiffering(verdicts: readonly DifferingVerdict[]): DifferingAnswer[] {
  const bySample = new Map<string, [DifferingVerdict, ...DifferingVerdict[]]>();
  for (const verdict of verdicts) {
    const place = `${verdict.callId}/${String(verdict.sampleIndex)}`;
    const own = bySample.get(place);
    if (own === undefined) bySample.set(place, [verdict]);
    else own.push(verdict);
  }
  const groups = new Map<string, Group>();
  for (const own of bySample.values()) {
    own.sort((a, b) => compareGraders(b.graderVersion, a.graderVersion));
    const [newest] = own;
    const { evaluationId, callId, sampleIndex, problemId, extracted } = newest;
    const answer = answerKey(newest);
    const kind = own.some(({ verdict }) => verdict === "correct") ? "outcome" : "reading";
    const id = JSON.stringify([problemId, answer]);
    const group = groups.get(id) ?? { problemId, answer, extracted, kind, samples: [] };
    group.samples.push({ evaluationId, callId, sampleIndex, verdicts: own });
    if (kind === "outcome") group.kind = kind;
    groups.set(id, group);
  }
  return [...groups.values()];
}

interface Group extends Omit<DifferingAnswer, "kind" | "samples"> {
  kind: DifferingAnswer["kind"];
  readonly samples: DifferingSample[];
}
