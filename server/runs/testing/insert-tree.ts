import type { Db } from "@/db/client";
import {
  calls,
  chains,
  corrections,
  pairs,
  prompts,
  runProblems,
  runs,
  stageReports,
  treeNodes,
} from "@/db/schema";
import { contentId } from "@/server/foundation/ids";
import { launchRunSchema } from "../runs.schema";
import { growTree } from "./grow-tree";
import { smallLaunch, type Seeded } from "./seed";

interface TreeToInsert {
  readonly seeded: Seeded;
  readonly problemId: string;
  readonly nodes: number;
  /** Without: as a run of an older version, that kept neither log nor samples of nodes. */
  readonly log?: boolean;
  readonly status?: "done" | "active";
}

const STAGE = "self-generation" as const;
const ROWS_AT_ONCE = 400;

function insert<Row>(rows: readonly Row[], put: (batch: Row[]) => void): void {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) put(rows.slice(at, at + ROWS_AT_ONCE));
}

const text = (steps: readonly string[]): string => steps.join("");

/**
 * Stores a finished run whose one problem has a grown tree, with its chains, calls, growth log, some pairs and a
 * correction.
 */
export function insertTree(db: Db, tree: TreeToInsert) {
  const { seeded, problemId, log = true, status = "done" } = tree;
  const runId = `run_tree_${tree.nodes}_${log ? "log" : "old"}_${status}`;
  const grown = growTree({ seed: runId, nodes: tree.nodes });
  const launch = launchRunSchema.parse({ ...smallLaunch(seeded, 1), name: `A tree of ${tree.nodes}` });
  const own = { runId, problemId };
  const callId = (at: number): string => contentId("call", [runId, at]);
  const chainId = (at: number): string => contentId("chain", [runId, at]);
  const promptHash = contentId("prompt", [runId]);
  const chainRows = grown.chains.map((chain, position) => ({
    ...own,
    id: chainId(position),
    stage: STAGE,
    origin: chain.from.parent === null ? ("root-sample" as const) : ("rollout" as const),
    role: "policy" as const,
    callId: callId(chain.call),
    sampleIndex: chain.sample,
    prefix: text(chain.steps.slice(0, chain.from.depth)),
    steps: chain.steps,
    terminal: "boxed" as const,
    verdict: chain.right
      ? ("correct" as const)
      : position % 17 === 3
        ? ("no-answer" as const)
        : ("incorrect" as const),
    extracted: chain.right ? "42" : String(40 + (position % 9)),
    rule: "number",
    tokens: 20 * chain.steps.length,
    meanLogprob: -0.3,
    firstWrongStep: null,
    position,
  }));
  db.transaction((tx) => {
    tx.insert(runs)
      .values({
        id: runId,
        name: launch.name,
        status: status === "done" ? "finished" : "paused",
        launch,
        policyModelId: seeded.policyId,
        problemSetId: seeded.setId,
        problemCount: 1,
        graderVersion: "test",
        promptVersion: "test",
        createdAt: 1_000,
      })
      .run();
    tx.insert(runProblems)
      .values({ ...own, position: 0, status, savedStages: [STAGE], bucket: "mixed" })
      .run();
    tx.insert(prompts)
      .values({ hash: promptHash, messages: [{ role: "user", content: "Solve it step by step." }] })
      .run();
    const callRows = grown.growth.map((step, at) => ({
      ...own,
      id: callId(at),
      stage: STAGE,
      purpose:
        step.kind === "expansion"
          ? ("expand" as const)
          : step.kind === "rollouts"
            ? ("rollout" as const)
            : ("solve" as const),
      role: "policy" as const,
      modelId: seeded.policyId,
      promptHash,
      prefix: "",
      depth: 0,
      samplesWanted: 16,
      temperature: 0.8,
      topP: 1,
      maxTokens: 512,
      stop: [],
      ordinal: at,
      status: "ok" as const,
      samples: Array.from({ length: 16 }, (_, sample) => ({
        text: `Raw text of sample ${sample}.`,
        tokens: 12,
        meanLogprob: null,
        finish: "end-of-turn" as const,
      })),
      promptTokens: 40,
      generatedTokens: 100,
      durationMs: 900,
      createdAt: 2_000 + at,
    }));
    insert(callRows, (batch) => tx.insert(calls).values(batch).run());
    insert(chainRows, (batch) => tx.insert(chains).values(batch).run());
    const nodeRows = grown.nodes.map((node, position) => ({
      ...own,
      id: node.id,
      parentId: node.parent?.id ?? null,
      depth: node.depth,
      step: node.step,
      visits: node.visits,
      wins: node.wins,
      value: node.visits === 0 ? null : node.wins / node.visits,
      terminal: node.chain === null ? null : ("boxed" as const),
      verdict: node.chain === null ? null : (chainRows[node.chain]?.verdict ?? null),
      chainId: node.chain === null ? null : chainId(node.chain),
      score: log && node.depth > 0 && node.visits > 8 ? node.promise : null,
      reward: log && node.depth > 0 && node.visits > 8 ? node.promise * 1.1 : null,
      pruned: log ? node.pruned : null,
      callId: log && node.parent !== null ? callId(node.call) : null,
      sampleIndex: log && node.parent !== null ? node.sample : null,
      position,
    }));
    insert(nodeRows, (batch) => tx.insert(treeNodes).values(batch).run());
    if (log) {
      tx.insert(stageReports)
        .values({ ...own, stage: STAGE, growth: grown.growth })
        .run();
    }
    const right = chainRows.filter(({ verdict }) => verdict === "correct");
    const wrong = chainRows.filter(({ verdict }) => verdict === "incorrect");
    const pairRows = right.slice(0, 6).flatMap((chosen, position) => {
      const rejected = wrong[position];
      return rejected === undefined ? [] : [pairRow({ ...own, position, chosen, rejected })];
    });
    insert(pairRows, (batch) => tx.insert(pairs).values(batch).run());
    const [broken] = wrong;
    if (broken !== undefined) {
      tx.insert(corrections)
        .values({
          ...own,
          id: contentId("correction", [runId]),
          wrongChainId: broken.id,
          callId: broken.callId,
          sampleIndex: 0,
          claimedStep: 1,
          explanation: "The sum is wrong.",
          reply: "The sum is wrong.",
          chainId: right[0]?.id ?? null,
          accepted: true,
          refusedBy: null,
          position: 0,
        })
        .run();
    }
  });
  return { runId, problemId, grown, chainId };
}

interface Sided {
  readonly id: string;
  readonly steps: readonly string[];
}

function pairRow(pair: {
  runId: string;
  problemId: string;
  position: number;
  chosen: Sided;
  rejected: Sided;
}) {
  const { runId, problemId, position, chosen, rejected } = pair;
  return {
    id: contentId("pair", [runId, position]),
    runId,
    problemId,
    stage: STAGE,
    level: "solution" as const,
    prefix: "",
    prefixSteps: 0,
    chosen: chosen.steps.join(""),
    rejected: rejected.steps.join(""),
    chosenChainId: chosen.id,
    rejectedChainId: rejected.id,
    qChosen: 0.8,
    qRejected: 0.2,
    margin: 0.6,
    rollouts: 8,
    similarity: 0.3,
    rejectedTruncated: false,
    position,
    createdAt: 3_000,
  } as const;
}
