import { describe, expect, it } from "vitest";
import { acceptanceOf, readingsOf } from "./acceptance";
import { agreementOf } from "./agreement";
import { calibrationOf } from "./calibration";
import { confusionOfOne, confusionsOf } from "./confusions";
import { countsOf } from "./counts";
import { daysOf } from "./days";
import type { Share } from "./figures";
import { judgedOf } from "./judged";
import { peopleOf } from "./people";
import { reasonsOf } from "./reasons";
import { CORRECTIONS, PAIRS_1, unit } from "./testing/units";

const ofShare = ({ hits, total }: Share) => `${hits}/${total}`;
const noGold = { gold: new Map(), only: null };

const two = (first: "accept" | "reject", second: "accept" | "reject") => [
  { by: "ana", says: first },
  { by: "ben", says: second },
];
const at = (iso: string) => Date.parse(iso);

describe("agreement", () => {
  it("is of readings alone: no bulk act, no adjudication, no skip", () => {
    const [all] = agreementOf([
      unit(1, [
        { by: "ana", says: "accept" },
        { by: "ben", says: "accept" },
        { by: "bulk", says: "reject", durationMs: null },
        { by: "lead", says: "reject", adjudication: true },
        { by: "cy", says: "skip" },
      ]),
      unit(2, [
        { by: "ana", says: "reject" },
        { by: "ben", says: "reject" },
      ]),
      unit(3, [{ by: "ana", says: "tie" }]),
    ]);
    expect(all).toMatchObject({ items: 2, observed: { value: 1 }, alpha: { value: 1 } });
    expect(all?.fleiss).toMatchObject({ raters: 2, items: 2, estimate: { value: 1 } });
  });

  it("is told apart by kind and stage, all together first", () => {
    const groups = agreementOf([
      unit(1, two("accept", "accept"), { family: CORRECTIONS }),
      unit(2, two("reject", "reject"), { family: CORRECTIONS }),
      unit(3, two("accept", "reject")),
    ]);
    expect(groups.map(({ group, items }) => [group, items])).toEqual([
      [null, 3],
      [PAIRS_1, 1],
      [CORRECTIONS, 2],
    ]);
    expect(groups[1]?.observed.value).toBe(0);
    expect(groups[2]?.alpha.value).toBe(1);
  });

  it("of nothing says why", () => {
    expect(agreementOf([])).toMatchObject([{ group: null, items: 0, alpha: { reason: "no-overlap" } }]);
  });

  it("has the same intervals in whatever order the decisions came", () => {
    const units = Array.from({ length: 30 }, (_, number) =>
      unit(number, [
        { by: "ana", says: number % 3 === 0 ? "reject" : "accept" },
        { by: "ben", says: number % 4 === 0 ? "reject" : "accept" },
      ]),
    );
    expect(agreementOf(units.toReversed())).toEqual(agreementOf(units));
  });
});

describe("confusion", () => {
  const units = [
    unit(1, [
      { by: "ben", says: "reject" },
      { by: "ana", says: "accept" },
      { by: "cy", says: "accept" },
    ]),
    unit(2, [
      { by: "ana", says: "swap" },
      { by: "ben", says: "swap" },
    ]),
  ];

  it("of two people has the first in its rows", () => {
    const { shown, total } = confusionsOf(units, new Map([["ana", "Ana"]]));
    expect(total).toBe(3);
    expect(shown[0]).toMatchObject({
      between: { first: "Ana", second: "ben" },
      table: [
        [0, 1, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 0],
      ],
      same: { hits: 1, total: 2 },
    });
  });

  it("of one against all others names nobody", () => {
    const own = confusionOfOne(units, "ana");
    expect(own.between).toBeNull();
    expect(ofShare(own.same)).toBe("2/3");
    expect(confusionOfOne(units, "nobody")).toMatchObject({
      same: { total: 0 },
      kappa: { reason: "no-overlap" },
    });
  });
});

describe("a person's figures", () => {
  it("count the left side only where the order was hidden, whatever the verdict stands for", () => {
    const { whole } = peopleOf(
      [
        unit(1, [{ by: "ana", says: "accept", blindSide: "left" }]),
        unit(2, [{ by: "ana", says: "swap", blindSide: "right" }]),
        unit(3, [{ by: "ana", says: "accept", blindSide: "right" }]),
        unit(4, [{ by: "ana", says: "tie", blindSide: "left" }]),
        unit(5, [{ by: "ana", says: "accept" }]),
      ],
      noGold,
    );
    expect(ofShare(whole.left)).toBe("2/3");
    expect(whole.leftP).toBeCloseTo(0.564, 3);
  });

  it("compare picks of the longer side with the machine's on the same items", () => {
    const { whole } = peopleOf(
      [
        unit(1, [{ by: "ana", says: "accept" }], { longer: "chosen" }),
        unit(2, [{ by: "ana", says: "swap" }], { longer: "rejected" }),
        unit(3, [{ by: "ana", says: "accept" }], { longer: "rejected" }),
        unit(4, [{ by: "ana", says: "accept" }], { longer: null }),
        unit(5, [{ by: "ana", says: "reject" }], { longer: "chosen" }),
      ],
      noGold,
    );
    expect([ofShare(whole.longer), ofShare(whole.machineLonger)]).toEqual(["2/3", "1/3"]);
  });

  it("hold gold items against what is known, and time readings alone", () => {
    const { whole, people } = peopleOf(
      [
        unit(1, [
          { by: "ana", says: "accept", durationMs: 4_000 },
          { by: "ben", says: "reject", durationMs: 8_000 },
        ]),
        unit(2, [
          { by: "ana", says: "accept", durationMs: 12_000 },
          { by: "ben", says: "accept", durationMs: null },
          { by: "cy", says: "skip", durationMs: 90_000 },
        ]),
      ],
      { gold: new Map([[1, "accept"]]), only: null },
    );
    expect(whole.seconds).toEqual({ median: 8, p90: expect.closeTo(11.2, 9), decisions: 3 });
    expect([ofShare(whole.gold), whole.bulk, whole.skipped]).toEqual(["1/2", 1, 1]);
    expect(ofShare(people.get("ana")?.gold ?? whole.gold)).toBe("1/1");
    expect(people.get("cy")?.seconds).toBeNull();
  });

  it("of one alone leave the whole as it is", () => {
    const units = [
      unit(1, [
        { by: "ana", says: "accept" },
        { by: "ben", says: "reject" },
      ]),
    ];
    const own = peopleOf(units, { gold: new Map(), only: "ben" });
    expect([...own.people.keys()]).toEqual(["ben"]);
    expect(own.whole).toEqual(peopleOf(units, noGold).whole);
  });
});

describe("what is accepted", () => {
  const units = [
    unit(
      1,
      [
        { by: "ana", says: "accept" },
        { by: "ben", says: "accept" },
      ],
      { bucket: "easy", doubt: 0.02, margin: 1 },
    ),
    unit(
      2,
      [
        { by: "ana", says: "accept" },
        { by: "ben", says: "reject" },
      ],
      { doubt: 0.1, margin: 0.1 },
    ),
    unit(
      3,
      [
        { by: "ana", says: "accept" },
        { by: "ben", says: "reject" },
        { by: "lead", says: "reject", adjudication: true },
      ],
      { doubt: 0.45 },
    ),
    unit(4, [{ by: "ben", says: "accept", durationMs: null }]),
    unit(5, [{ by: "ben", says: "accept" }], {
      family: CORRECTIONS,
      rule: { kind: "correction", refusedBy: "leak" },
      margin: null,
      bucket: null,
      doubt: 0.5,
    }),
  ];
  const judged = judgedOf(units);

  it("is an item once, settled by an adjudication; a conflict is not accepted, bulk acts do not judge", () => {
    expect(judged.map(({ item, verdict }) => [item.number, verdict])).toEqual([
      [1, "accept"],
      [2, "conflict"],
      [3, "reject"],
      [5, "accept"],
    ]);
    const { stages, buckets, rules } = acceptanceOf({ judged, own: readingsOf(units, "ana") });
    expect(stages.map(({ key, whole, mine }) => [key, ofShare(whole), ofShare(mine)])).toEqual([
      [PAIRS_1, "1/3", "3/3"],
      [CORRECTIONS, "1/1", "0/0"],
    ]);
    expect(buckets.map(({ key, whole }) => [key, ofShare(whole)])).toEqual([
      ["easy", "1/1"],
      ["mixed", "0/2"],
      [null, "1/1"],
    ]);
    expect(rules.map(({ key, whole }) => [key.kind, ofShare(whole)])).toEqual([
      ["pair", "1/3"],
      ["correction", "1/1"],
    ]);
  });

  it("is set against the machine's doubt and margin in tenths", () => {
    const { doubt, margin } = calibrationOf(judged);
    expect(doubt.map(({ from, to, accepted }) => [from, to, ofShare(accepted)])).toEqual([
      [0, 0.1, "1/1"],
      [0.1, 0.2, "0/1"],
      [0.4, 0.5, "0/1"],
      [0.5, 0.6, "1/1"],
    ]);
    expect(margin.map(({ from, mean, accepted }) => [from, mean, ofShare(accepted)])).toEqual([
      [0.1, 0.1, "0/1"],
      [0.5, 0.5, "0/1"],
      [0.9, 1, "1/1"],
    ]);
  });
});

it("everything is counted once: readings, bulk, skipped, adjudicated", () => {
  const counts = countsOf([
    unit(1, [
      { by: "ana", says: "accept" },
      { by: "ben", says: "skip" },
      { by: "cy", says: "tie", durationMs: null },
      { by: "lead", says: "reject", adjudication: true },
    ]),
    { ...unit(1, [{ by: "ana", says: "accept" }]), campaignId: "camp_2" },
  ]);
  expect(counts).toEqual({
    standing: 5,
    readings: 2,
    bulk: 1,
    skipped: 1,
    adjudicated: 1,
    people: 4,
    items: 1,
  });
});

it("reasons are counted over readings, the commonest first, by their names", () => {
  const units = [
    unit(1, [{ by: "ana", says: "reject", reasons: ["incomplete", "old"] }]),
    unit(2, [{ by: "ben", says: "reject", reasons: ["incomplete"] }]),
    unit(3, [{ by: "ben", says: "reject", reasons: ["incomplete"], durationMs: null }]),
  ];
  expect(reasonsOf(units, "ana", new Map([["incomplete", "Incomplete"]]))).toEqual([
    { code: "incomplete", label: "Incomplete", whole: 2, mine: 1 },
    { code: "old", label: "old", whole: 1, mine: 1 },
  ]);
});

it("days are the viewer's, and days without a decision are there", () => {
  const units = [
    unit(1, [{ by: "ana", says: "accept", at: at("2026-11-22T23:30:00Z") }]),
    unit(2, [{ by: "ben", says: "accept", at: at("2026-11-24T00:10:00Z"), durationMs: null }]),
    unit(3, [{ by: "ben", says: "accept", at: at("2026-11-01T00:00:00Z") }]),
  ];
  const options = { viewerId: "ana", now: at("2026-11-24T12:00:00Z"), days: 3 };
  expect(daysOf(units, { ...options, utcOffset: 60 })).toEqual([
    { day: "2026-11-22", readings: 0, bulk: 0, mine: 0 },
    { day: "2026-11-23", readings: 1, bulk: 0, mine: 1 },
    { day: "2026-11-24", readings: 0, bulk: 1, mine: 0 },
  ]);
  expect(daysOf(units, { ...options, utcOffset: -60 }).map(({ readings, bulk }) => [readings, bulk])).toEqual(
    [
      [1, 0],
      [0, 1],
      [0, 0],
    ],
  );
});
