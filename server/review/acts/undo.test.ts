import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { problemFlags, reviewActs, reviewDecisions, reviewItems, reviewStanding } from "@/db/schema";
import { openActs } from "./testing/open-acts";

const verdicts = ({ db }: ReturnType<typeof openActs>) =>
  db
    .select()
    .from(reviewStanding)
    .all()
    .map(({ itemNumber, userId, verdict }) => `${itemNumber} ${userId} ${verdict}`)
    .toSorted();

describe("undo and redo", () => {
  it("walk back and forth through what a person did", async () => {
    const open = openActs();
    const ana = open.person("ana");
    await ana.decide(1, "accept");
    await ana.decide(1, "tie");
    await ana.decide(2, "reject");
    expect((await ana.undo()).summary).toBe("Undid: Rejected item 2");
    expect((await ana.undo()).summary).toBe("Undid: Called a tie: item 1");
    expect(verdicts(open)).toEqual(["1 ana accept"]);
    expect(await ana.review.undoState()).toMatchObject({
      undo: { summary: "Accepted item 1", mine: true, undone: false },
      redo: { summary: "Called a tie: item 1", undone: true },
    });
    await ana.redo();
    expect(verdicts(open)).toEqual(["1 ana tie"]);
    await ana.decide(3, "skip");
    expect((await ana.review.undoState()).redo).toBeNull();
    await expect(ana.redo()).rejects.toThrow("There is nothing to redo.");
    for (let left = 3; left > 0; left--) await ana.undo();
    await expect(ana.undo()).rejects.toThrow("There is nothing to undo.");
    expect(verdicts(open)).toEqual([]);
    expect(
      open.db
        .select()
        .from(reviewItems)
        .all()
        .map(({ outcome }) => outcome),
    ).toEqual(Array.from({ length: 12 }, () => "undecided"));
  });

  it("of an older act waits for the later one on the same item, and names it", async () => {
    const open = openActs();
    const ana = open.person("ana");
    const first = await ana.decide(1, "accept");
    const second = await ana.decide(1, "tie");
    const elsewhere = await ana.decide(2, "tie");
    await expect(ana.undo(first.seq)).rejects.toThrow(
      `Act ${second.seq} is in the way: Called a tie: item 1.`,
    );
    await ana.undo(second.seq);
    await ana.undo(first.seq);
    await expect(ana.redo(second.seq)).rejects.toThrow("What this was done after is undone.");
    await expect(ana.undo(second.seq)).rejects.toThrow("That is undone already.");
    await expect(ana.redo(elsewhere.seq)).rejects.toThrow("That is not undone.");
    await ana.redo(first.seq);
    await ana.redo(second.seq);
    expect(verdicts(open)).toEqual(["1 ana tie", "2 ana tie"]);
  });

  it("sent twice is done once", async () => {
    const open = openActs();
    const ana = open.person("ana");
    await ana.decide(1, "accept");
    await ana.decide(2, "accept");
    const actId = randomUUID();
    const first = await ana.review.undo({ actId });
    expect(await ana.review.undo({ actId })).toEqual(first);
    expect(verdicts(open)).toEqual(["1 ana accept"]);
  });

  it("is for one's own acts; an administrator may take back anybody's", async () => {
    const open = openActs();
    const [ana, ben, ada] = [open.person("ana"), open.person("ben"), open.person("ada", "admin")];
    const act = await ana.decide(1, "accept");
    await expect(ben.undo(act.seq)).rejects.toThrow("Only an administrator");
    await expect(ben.undo(999)).rejects.toThrow("There is no such act.");
    const undone = await ada.undo(act.seq);
    expect(verdicts(open)).toEqual([]);
    await expect(ada.undo(undone.seq)).rejects.toThrow("There is no such act.");
    // It is still the person's own act, so they may do it again.
    expect(await ana.review.undoState()).toMatchObject({ undo: null, redo: { seq: act.seq } });
    expect(await ada.review.undoState()).toEqual({ undo: null, redo: null });
    await ana.redo();
    expect(verdicts(open)).toEqual(["1 ana accept"]);
  });

  it("of a flag gives back the one before, note and all", async () => {
    const open = openActs();
    const ana = open.person("ana");
    const flags = () => open.db.select().from(problemFlags).all();
    await ana.flag("problem_fill_0", true, "It is 7.");
    const first = flags();
    await expect(ana.flag("problem_fill_0", true, "It is 7.")).rejects.toThrow("You have said so already.");
    const second = await ana.flag("problem_fill_0", true, "It is 8.");
    await ana.flag("problem_fill_0", false);
    expect(flags()).toEqual([]);
    await expect(ana.flag("problem_fill_0", false)).rejects.toThrow("You hold no flag");
    await expect(ana.undo(second.seq)).rejects.toThrow(/is in the way: Took back the flag/);
    await ana.undo();
    expect(flags()).toMatchObject([{ note: "It is 8.", actSeq: second.seq }]);
    await ana.undo();
    expect(flags()).toEqual(first);
    const ben = open.person("ben");
    expect(await ben.review.flagsOf({ problemIds: ["problem_fill_0", "problem_fill_1"] })).toEqual([
      { problemId: "problem_fill_0", flags: [{ by: null, mine: false, note: "It is 7." }] },
      { problemId: "problem_fill_1", flags: [] },
    ]);
    const { problem } = await open.person("ada", "admin").review.item({ number: 1 });
    expect(problem.flags).toEqual([{ by: "Ana", mine: false, note: "It is 7." }]);
  });

  it("of an edit waits for the decisions about it", async () => {
    const open = openActs();
    const [ana, ben] = [open.person("ana"), open.person("ben")];
    const { seq, version } = await ana.edit(1, "Step 1: Start anew, the answer is \\boxed{5}.\n");
    const about = { versions: { left: version?.id ?? null, right: null } };
    const decision = await ben.decide(1, "accept", about);
    await expect(ana.undo()).rejects.toThrow(`Act ${decision.seq} is in the way`);
    await ben.decide(1, "tie");
    await expect(ana.undo()).rejects.toThrow(`Act ${decision.seq} is in the way`);
    await ben.undo();
    await ben.undo();
    await ana.undo();
    expect((await ana.review.item({ number: 1, campaignId: "camp_all" })).versions).toEqual([]);
    await expect(ben.redo()).rejects.toThrow(`Act ${seq} is in the way`);
    await expect(ben.decide(1, "accept", about)).rejects.toThrow(/not there any more/);
    await ana.redo();
    await ben.redo();
    expect((await ben.review.item({ number: 1, campaignId: "camp_all" })).mine?.versions).toEqual(
      about.versions,
    );
  });
});

describe("the history", () => {
  it("shows one's own acts, and everybody's to administrators, page by page", async () => {
    const open = openActs();
    const [ana, ben] = [open.person("ana"), open.person("ben")];
    for (const number of [1, 2, 3]) await ana.decide(number, "accept");
    await ben.decide(4, "tie");
    await ana.undo();
    const page = await ana.review.history({ limit: 2 });
    expect(page.acts.map(({ kind, number, undone, mine }) => [kind, number, undone, mine])).toEqual([
      ["undo", 3, false, true],
      ["decide", 3, true, true],
    ]);
    const rest = await ana.review.history({ limit: 2, beforeSeq: page.next });
    expect(rest.acts.map(({ number }) => number)).toEqual([2, 1]);
    expect(rest.next).toBeNull();
    await expect(ben.review.history({ userId: "ana" })).rejects.toThrow("Only an administrator");
    const all = await open.person("ada", "admin").review.history({});
    expect(all.acts.map(({ by, mine }) => [by, mine])).toEqual([
      ["Ana", false],
      ["Ben", false],
      ["Ana", false],
      ["Ana", false],
      ["Ana", false],
    ]);
    const ofOne = await open.person("eva", "admin").review.history({ number: 4, userId: "ben" });
    expect(ofOne.acts.map(({ summary }) => summary)).toEqual(["Called a tie: item 4"]);
  });

  it("cannot be rewritten, nor can decisions", async () => {
    const open = openActs();
    await open.person("ana").decide(1, "accept");
    const refused = /append-only/;
    expect(() => open.db.update(reviewActs).set({ summary: "" }).run()).toThrow(refused);
    expect(() => open.db.delete(reviewActs).run()).toThrow(refused);
    expect(() => open.db.update(reviewDecisions).set({ verdict: "tie" }).run()).toThrow(refused);
    expect(() => open.db.delete(reviewDecisions).run()).toThrow(refused);
  });
});
