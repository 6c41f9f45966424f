import { expect, it } from "vitest";
import { settle } from "../testing/fake-clock";
import { createBatchGate } from "./batch-gate";

it("lets all go on together, in the order of their numbers", async () => {
  const gate = createBatchGate();
  const went: number[] = [];
  const members = [2, 0, 1].map((order) => ({ order, member: gate.join(order) }));
  const turns: Promise<number>[] = [];
  for (const { order, member } of members) {
    await settle();
    expect(went).toEqual([]);
    turns.push(member.turn().then(() => went.push(order)));
  }
  await Promise.all(turns);
  expect(went).toEqual([0, 1, 2]);
});

it("waits for nobody who has left", async () => {
  const gate = createBatchGate();
  const [stays, leaves] = [gate.join(0), gate.join(1)];
  let went = false;
  const turn = stays.turn().then(() => (went = true));
  await settle();
  expect(went).toBe(false);
  leaves.leave();
  leaves.leave();
  await turn;
  await stays.turn();
});

it("waits for those who joined meanwhile", async () => {
  const gate = createBatchGate();
  const first = gate.join(0);
  await first.turn();
  const late = gate.join(1);
  let went = false;
  const turn = first.turn().then(() => (went = true));
  await settle();
  expect(went).toBe(false);
  await Promise.all([late.turn(), turn]);
});
