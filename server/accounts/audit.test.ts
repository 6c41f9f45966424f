import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema";
import { ADA, BOB, openAccounts } from "./testing/open-accounts";

let house: ReturnType<typeof openAccounts>;
beforeEach(() => {
  house = openAccounts();
});
afterEach(() => {
  house.close();
});

describe("the audit log", () => {
  it("names who did what, and keeps no secret", async () => {
    const ada = await house.signedInAda();
    const bob = await house.signedInBob(ada);
    const admin = await house.with(ada);
    await (
      await house.with(bob)
    ).changePassword({ currentPassword: BOB.password, password: "yet another password" });
    const { lines } = await admin.audit({});
    expect(lines.map(({ actorName, action }) => `${actorName}: ${action}`)).toEqual([
      "Bob: accounts.changePassword",
      "Bob: accounts.signIn",
      "nobody signed in: accounts.join",
      "Ada: accounts.invite",
      "Ada: accounts.signIn",
      "nobody signed in: accounts.setUp",
    ]);
    const everything = JSON.stringify(house.db.select().from(auditLog).all());
    for (const secret of [ADA.password, BOB.password, "yet another password"]) {
      expect(everything).not.toContain(secret);
    }
    expect(lines[3]?.input).toBe("role: annotator, label: Bob");
  });

  it("is read a page at a time, by person and by action", async () => {
    const ada = await house.signedInAda();
    const bob = await house.signedInBob(ada);
    const me = await house.with(bob);
    for (let time = 0; time < 5; time++) await me.rename({ name: `Bob ${time}` });
    const admin = await house.with(ada);
    const seen: number[] = [];
    let cursor: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof admin.audit>> = await admin.audit({
        actorId: house.idOf(BOB.email),
        action: "accounts.rename",
        cursor,
        limit: 2,
      });
      expect(page.lines.length).toBeLessThanOrEqual(2);
      seen.push(...page.lines.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
    const nobody = await admin.audit({ actorId: "nobody" });
    expect(nobody.lines.map(({ action }) => action)).toEqual(["accounts.join", "accounts.setUp"]);
    expect(await admin.auditFacets()).toMatchObject({
      people: [{ name: "Ada" }, { name: "Bob 4" }],
      actions: ["accounts.invite", "accounts.join", "accounts.rename", "accounts.setUp", "accounts.signIn"],
    });
  });

  it("cannot be changed or shortened, even by SQL", async () => {
    await house.signedInAda();
    const before = house.db.select().from(auditLog).all();
    expect(before.length).toBeGreaterThan(0);
    expect(() => house.db.update(auditLog).set({ actorName: "Eve" }).run()).toThrow("append-only");
    expect(() => house.db.delete(auditLog).run()).toThrow("append-only");
    expect(house.db.select().from(auditLog).all()).toEqual(before);
  });
});
