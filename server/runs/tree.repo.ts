import { and, asc, eq, isNotNull, notInArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  calls,
  chains,
  corrections,
  pairs,
  problems,
  prompts,
  runProblems,
  runs,
  stageReports,
  treeNodes,
} from "@/db/schema";
import { STAGES } from "@/server/sphere/io";
import { stageOrder } from "./pairs.repo";

export interface RunProblemKey {
  readonly runId: string;
  readonly problemId: string;
}

/** Run, problem and how far it is, for the page around a tree; null when the run has no such problem. */
export function readTreePlace(db: Db, { runId, problemId }: RunProblemKey) {
  const row = db
    .select({
      runName: runs.name,
      runStatus: runs.status,
      status: runProblems.status,
      bucket: runProblems.bucket,
      position: runProblems.position,
      externalId: problems.externalId,
      statement: problems.statement,
      answer: problems.answer,
    })
    .from(runProblems)
    .innerJoin(runs, eq(runs.id, runProblems.runId))
    .innerJoin(problems, eq(problems.id, runProblems.problemId))
    .where(and(eq(runProblems.runId, runId), eq(runProblems.problemId, problemId)))
    .get();
  return row ?? null;
}

const ownNodes = ({ runId, problemId }: RunProblemKey) =>
  and(eq(treeNodes.runId, runId), eq(treeNodes.problemId, problemId));

const ownChains = ({ runId, problemId }: RunProblemKey) =>
  and(eq(chains.runId, runId), eq(chains.problemId, problemId));

/** A problem's nodes, in the order in which the tree grew; at most `characters` of each step. */
export function listTreeNodes(db: Db, key: RunProblemKey & { readonly characters: number }) {
  return db
    .select({
      id: treeNodes.id,
      parentId: treeNodes.parentId,
      step: sql<string>`substr(${treeNodes.step}, 1, ${key.characters})`,
      visits: treeNodes.visits,
      wins: treeNodes.wins,
      score: treeNodes.score,
      reward: treeNodes.reward,
      pruned: treeNodes.pruned,
      terminal: treeNodes.terminal,
      verdict: treeNodes.verdict,
      chainId: treeNodes.chainId,
    })
    .from(treeNodes)
    .where(ownNodes(key))
    .orderBy(asc(treeNodes.position))
    .all();
}

export type TreeNodeInList = ReturnType<typeof listTreeNodes>[number];

/** A problem's chains without their texts, in the order in which the method made them. */
export function listTreeChains(db: Db, key: RunProblemKey) {
  return db
    .select({
      id: chains.id,
      position: chains.position,
      verdict: chains.verdict,
      firstWrongStep: chains.firstWrongStep,
    })
    .from(chains)
    .where(ownChains(key))
    .orderBy(asc(chains.position))
    .all();
}

/**
 * The steps of the chains that no node names as ending there: the tree already had their text, and names the
 * chain that wrote it first.
 */
export function listChainsWithoutEnd(db: Db, key: RunProblemKey) {
  const named = db
    .select({ id: treeNodes.chainId })
    .from(treeNodes)
    .where(and(ownNodes(key), isNotNull(treeNodes.chainId)));
  return db
    .select({ id: chains.id, steps: chains.steps })
    .from(chains)
    .where(and(ownChains(key), notInArray(chains.id, named)))
    .all();
}

/** How the tree grew, stage by stage in the order of the method. */
export function listGrowth(db: Db, { runId, problemId }: RunProblemKey) {
  return db
    .select({ stage: stageReports.stage, growth: stageReports.growth })
    .from(stageReports)
    .where(and(eq(stageReports.runId, runId), eq(stageReports.problemId, problemId)))
    .all()
    .toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
}

/** One node, or null. */
export function findTreeNode(db: Db, key: RunProblemKey & { readonly nodeId: string }) {
  return (
    db
      .select()
      .from(treeNodes)
      .where(and(eq(treeNodes.id, key.nodeId), ownNodes(key)))
      .get() ?? null
  );
}

/** What of each node says where it hangs and which chain ends there. */
export function listTreeEdges(db: Db, key: RunProblemKey) {
  return db
    .select({
      id: treeNodes.id,
      parentId: treeNodes.parentId,
      step: treeNodes.step,
      chainId: treeNodes.chainId,
    })
    .from(treeNodes)
    .where(ownNodes(key))
    .orderBy(asc(treeNodes.position))
    .all();
}

export type TreeEdge = ReturnType<typeof listTreeEdges>[number];

/** A problem's chains with their steps, in the order in which the method made them. */
export function listChainsWithSteps(db: Db, key: RunProblemKey) {
  return db
    .select({
      id: chains.id,
      position: chains.position,
      origin: chains.origin,
      verdict: chains.verdict,
      extracted: chains.extracted,
      rule: chains.rule,
      steps: chains.steps,
      callId: chains.callId,
      sampleIndex: chains.sampleIndex,
    })
    .from(chains)
    .where(ownChains(key))
    .orderBy(asc(chains.position))
    .all();
}

export type ChainWithSteps = ReturnType<typeof listChainsWithSteps>[number];

/** A problem's pairs without their texts, in the method's order. */
export function listTreePairs(db: Db, { runId, problemId }: RunProblemKey) {
  return db
    .select({
      id: pairs.id,
      stage: pairs.stage,
      level: pairs.level,
      prefixSteps: pairs.prefixSteps,
      margin: pairs.margin,
      chosenChainId: pairs.chosenChainId,
      rejectedChainId: pairs.rejectedChainId,
    })
    .from(pairs)
    .where(and(eq(pairs.runId, runId), eq(pairs.problemId, problemId)))
    .orderBy(stageOrder, asc(pairs.position))
    .all();
}

/** A problem's corrections without their texts, in the method's order. */
export function listTreeCorrections(db: Db, { runId, problemId }: RunProblemKey) {
  return db
    .select({
      id: corrections.id,
      position: corrections.position,
      accepted: corrections.accepted,
      refusedBy: corrections.refusedBy,
      claimedStep: corrections.claimedStep,
      wrongChainId: corrections.wrongChainId,
      chainId: corrections.chainId,
    })
    .from(corrections)
    .where(and(eq(corrections.runId, runId), eq(corrections.problemId, problemId)))
    .orderBy(asc(corrections.position))
    .all();
}

/** A call with its prompt and one of its samples; null when it is not on record. */
export function readSampleOfCall(db: Db, ref: { readonly callId: string; readonly sampleIndex: number }) {
  const row = db
    .select({
      id: calls.id,
      purpose: calls.purpose,
      role: calls.role,
      modelId: calls.modelId,
      depth: calls.depth,
      prefix: calls.prefix,
      samplesWanted: calls.samplesWanted,
      temperature: calls.temperature,
      samples: calls.samples,
      messages: prompts.messages,
    })
    .from(calls)
    .innerJoin(prompts, eq(prompts.hash, calls.promptHash))
    .where(eq(calls.id, ref.callId))
    .get();
  if (row === undefined) return null;
  const { samples, ...call } = row;
  return { ...call, sampleIndex: ref.sampleIndex, sample: samples[ref.sampleIndex] ?? null };
}
