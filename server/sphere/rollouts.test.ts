import { expect, test } from "vitest";
import { Rollouts } from "./rollouts";
import { openScripted } from "./testing/open-scripted";
import type { Script } from "./testing/scripted-io";

const PREFIX = ["Step 1: this is the way it starts.\n\n"];

function open(script: Script, shuffle?: string) {
  const { io, stage } = openScripted({ script, ...(shuffle === undefined ? {} : { shuffle }) });
  return { io, rollouts: new Rollouts(stage, { purpose: "rollout", limit: 8, batch: 2, until: "right" }) };
}

const asked = ({ io }: ReturnType<typeof open>) => io.requests.map(({ n, ordinal }) => [n, ordinal]);
const never: Script = (_, random) => `Step 2: it is ${String(random())}, so \\boxed{7}`;
/** Right from the sixth rollout on. */
const late: Script = ({ ordinal }) => `Step 2: so it is \\boxed{${ordinal >= 4 ? "42" : "7"}}`;

test("tests of one prefix read one stream: each draws only what is missing", async () => {
  const opened = open(never);
  const first = await opened.rollouts.from(PREFIX, { limit: 3 });
  expect(first).toMatchObject({ wins: 0, complete: true });
  const all = await opened.rollouts.from(PREFIX, { limit: 8 });
  expect(all.chains.slice(0, 3)).toEqual(first.chains);
  expect(all.chains).toHaveLength(8);
  expect(asked(opened)).toEqual([
    [2, 0],
    [1, 2],
    [1, 3],
    [2, 4],
    [2, 6],
  ]);
});

test("a test sees what it asked for, though others drew more", async () => {
  const opened = open(late);
  expect(await opened.rollouts.from(PREFIX, { limit: 8 })).toMatchObject({ wins: 2, complete: true });
  expect(await opened.rollouts.from(PREFIX, { limit: 4 })).toMatchObject({ wins: 0, complete: true });
  expect(asked(opened)).toHaveLength(3);
});

test("tests at the same time share their rollouts in any order of arrival", async () => {
  for (const shuffle of ["a", "b", "c"]) {
    const opened = open(late, shuffle);
    const [search, label, again] = await Promise.all([
      opened.rollouts.from(PREFIX, { limit: 4 }),
      opened.rollouts.from(PREFIX, { limit: 16 }),
      opened.rollouts.from(PREFIX, { limit: 4 }),
    ]);
    expect([search.wins, label.wins, again.wins]).toEqual([0, 2, 0]);
    expect(asked(opened)).toHaveLength(3);
  }
});

test("until wrong: asks for no more once one has ended wrong", async () => {
  const opened = open(never);
  expect(await opened.rollouts.from(PREFIX, { until: "wrong" })).toMatchObject({ wins: 0, complete: true });
  expect(asked(opened)).toEqual([[2, 0]]);
});

test("what is taken is taken once", async () => {
  const { rollouts } = open(never);
  await rollouts.from(PREFIX, { limit: 2 });
  expect(rollouts.take(PREFIX)).toHaveLength(2);
  expect(rollouts.take(PREFIX)).toEqual([]);
  await rollouts.from(PREFIX, { limit: 6 });
  expect(rollouts.take(PREFIX)).toHaveLength(4);
  expect(rollouts.take(["elsewhere"])).toEqual([]);
  expect(await rollouts.chains()).toHaveLength(6);
});

test("failed calls leave a prefix undecided, and are not asked again", async () => {
  const opened = open(() => null);
  expect(await opened.rollouts.from(PREFIX)).toMatchObject({ chains: [], complete: false });
  expect(await opened.rollouts.from(PREFIX)).toMatchObject({ chains: [], complete: false });
  expect(asked(opened)).toHaveLength(1);
});
