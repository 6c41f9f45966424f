import { expect, test } from "vitest";
import { chainOf, testStage } from "../testing/chain-of";
import { judgeTurn, type Turn } from "./judge-turn";

const PROMPT = [{ role: "user", content: "Problem and solution. Look again." }] as const;
const turn = (reply: string, solution = reply): Turn => ({ reply, chain: chainOf(solution) });
const RIGHT =
  "First wrong step: 2\nWhat is wrong: It adds.\nCorrected solution:\nStep 2: multiply, \\boxed{7}";
const WRONG =
  "First wrong step: 1\nWhat is wrong: The start.\nCorrected solution:\nStep 1: divide by it, \\boxed{8}";

function judge(chosen: Turn, rejected: Turn) {
  const stage = testStage({ stage: "self-correction" });
  return judgeTurn(stage, { level: "correction-turn", prompt: PROMPT, chosen, rejected, correctionId: "c" });
}

test("a reflection that came right against one that did not, valued by outcome", () => {
  expect(judge(turn(RIGHT), turn(WRONG)).pair).toMatchObject({
    level: "correction-turn",
    prompt: PROMPT,
    prefix: "",
    chosen: RIGHT,
    rejected: WRONG,
    correctionId: "c",
    valuedBy: "outcome",
    hinted: false,
    margin: 1,
  });
});

test.each([
  { drop: "boundary", why: "opens with white space", chosen: turn(` ${RIGHT}`), rejected: turn(WRONG) },
  { drop: "boundary", why: "says nothing", chosen: turn(RIGHT), rejected: turn("") },
  { drop: "unverified", why: "the chosen one ends wrong", chosen: turn(WRONG), rejected: turn(WRONG) },
  {
    drop: "unverified",
    why: "the rejected one ends right",
    chosen: turn(RIGHT),
    rejected: turn(`Well. ${RIGHT}`),
  },
  {
    drop: "unverified",
    why: "the rejected one was cut",
    chosen: turn(RIGHT),
    rejected: { reply: WRONG, chain: chainOf(WRONG, { terminal: "truncated" }) },
  },
  {
    drop: "edit-distance",
    why: "a digit differs",
    chosen: turn(RIGHT),
    rejected: turn(RIGHT.replace("{7}", "{8}")),
  },
  {
    drop: "too-similar",
    why: "few words differ",
    chosen: turn(`${"so one thing and another ".repeat(20)}${RIGHT}`),
    rejected: turn(`${"so one thing and another ".repeat(20)}${WRONG}`),
  },
  {
    drop: "length-ratio",
    why: "one is far longer",
    chosen: turn(RIGHT),
    rejected: turn(`${Array.from({ length: 40 }, (_, k) => `so ${String(k)}`).join(" ")} ${WRONG}`),
  },
])("drops by $drop: $why", ({ drop, chosen, rejected }) => {
  expect(judge(chosen, rejected)).toEqual({ pair: null, drop });
});
