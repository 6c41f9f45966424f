import type { ChatMessage } from "../io";
import { editDistance, isSimilar, jaccard } from "../similarity";
import type { OpenStage } from "../stage";
import { isRight, isWrong } from "../terminal";
import type { Chain } from "../types";
import type { DropRule } from "./drop-rules";
import { type Judgement, lengthRatio, MAX_LENGTH_RATIO, MAX_SIMILARITY } from "./judge-candidate";

/** A reply to a request to reflect, up to its answer. */
export interface Turn {
  readonly reply: string;
  /** The solution that it came to. */
  readonly chain: Chain;
}

/** Two replies to the same request to reflect on a solution (method: correction turn). */
export interface TurnCandidate {
  readonly level: "correction-turn";
  readonly prompt: readonly ChatMessage[];
  readonly chosen: Turn;
  readonly rejected: Turn;
  readonly correctionId: string | null;
}

/** Holds two replies against every rule that concerns them alone. Their values are their outcomes. */
export function judgeTurn(stage: OpenStage, candidate: TurnCandidate): Judgement {
  const [chosen, rejected] = [candidate.chosen.reply, candidate.rejected.reply];
  const drop = turnDrop(stage, candidate);
  if (drop !== null) return { pair: null, drop };
  return {
    drop: null,
    pair: {
      id: stage.io.id("pair", [JSON.stringify(candidate.prompt), chosen, rejected]),
      stage: stage.stage,
      level: candidate.level,
      prompt: candidate.prompt,
      prefix: "",
      prefixSteps: 0,
      chosen,
      rejected,
      chosenChainId: candidate.chosen.chain.id,
      rejectedChainId: candidate.rejected.chain.id,
      correctionId: candidate.correctionId,
      firstWrongStep: null,
      valuedBy: "outcome",
      hinted: false,
      qChosen: 1,
      qRejected: 0,
      margin: 1,
      rollouts: 1,
      similarity: jaccard(chosen, rejected),
      rejectedTruncated: false,
    },
  };
}

function turnDrop({ io, config }: OpenStage, { chosen, rejected }: TurnCandidate): DropRule | null {
  const replies = { chosen: chosen.reply, rejected: rejected.reply };
  if (!/^\S/.test(replies.chosen) || !/^\S/.test(replies.rejected)) return "boundary";
  const asGraded =
    io.grade(replies.chosen).verdict === "correct" && io.grade(replies.rejected).verdict === "incorrect";
  if (!asGraded || !isRight(chosen.chain) || !isWrong(rejected.chain)) return "unverified";
  if (editDistance(replies.chosen, replies.rejected, config.minEditDistance) < config.minEditDistance)
    return "edit-distance";
  if (isSimilar(replies.chosen, replies.rejected, MAX_SIMILARITY)) return "too-similar";
  return lengthRatio(replies) > MAX_LENGTH_RATIO ? "length-ratio" : null;
}
