import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { users } from "@/db/schema";
import { ADA, BOB, cookieOf, DAY_MS, openAccounts } from "./testing/open-accounts";

let house: ReturnType<typeof openAccounts>;
beforeEach(() => {
  house = openAccounts();
});
afterEach(() => {
  house.close();
});

describe("invitations", () => {
  it("bring a person in by the role that they give, once", async () => {
    const ada = await house.signedInAda();
    const admin = await house.with(ada);
    const { token, id } = await admin.invite({ role: "annotator", label: "for Bob" });
    expect(await house.as(null).link({ token })).toEqual({
      state: "open",
      kind: "invite",
      role: "annotator",
      invitedBy: "Ada",
    });
    expect(await admin.invitations()).toMatchObject([
      { id, label: "for Bob", role: "annotator", state: "open", createdBy: "Ada" },
    ]);
    await house.as(null).join({ token, ...BOB });
    const bob = cookieOf(await house.signIn(BOB.email, BOB.password));
    expect(await house.whoHas(bob)).toMatchObject({ name: "Bob", role: "annotator" });
    expect(await admin.invitations()).toMatchObject([{ id, state: "used", usedBy: "Bob" }]);
    await expect(house.as(null).join({ token, ...BOB, email: "eve@example.org" })).rejects.toThrow(
      "used already",
    );
    expect(JSON.stringify(await admin.invitations())).not.toContain(token);
  });

  it("let one of two in who follow the same link at once", async () => {
    const admin = await house.with(await house.signedInAda());
    const { token } = await admin.invite({ role: "reader" });
    const outcomes = await Promise.allSettled([
      house.as(null).join({ token, ...BOB }),
      house.as(null).join({ token, ...BOB, email: "eve@example.org" }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(house.db.select().from(users).all()).toHaveLength(2);
  });

  it("end by being taken back or by age", async () => {
    const admin = await house.with(await house.signedInAda());
    const taken = await admin.invite({ role: "reader" });
    await admin.revoke({ invitationId: taken.id });
    await expect(house.as(null).join({ token: taken.token, ...BOB })).rejects.toThrow("taken back");
    await expect(admin.revoke({ invitationId: taken.id })).rejects.toThrow("not open any more");
    const old = await admin.invite({ role: "reader", days: 2 });
    house.pass(2 * DAY_MS);
    await expect(house.as(null).join({ token: old.token, ...BOB })).rejects.toThrow("too old");
    expect((await admin.invitations()).map(({ state }) => state)).toEqual(["expired", "revoked"]);
    expect(house.db.select().from(users).all()).toHaveLength(1);
  });

  it("keep the link where the address is taken", async () => {
    const admin = await house.with(await house.signedInAda());
    const { token } = await admin.invite({ role: "reader" });
    await expect(house.as(null).join({ token, ...BOB, email: ADA.email })).rejects.toMatchObject({
      cause: { field: "email" },
    });
    await house.as(null).join({ token, ...BOB });
    expect(house.idOf(BOB.email)).not.toBe(house.idOf(ADA.email));
  });
});

describe("people", () => {
  it("act by their new role from the next click on", async () => {
    const ada = await house.signedInAda();
    const bob = await house.signedInBob(ada);
    const admin = await house.with(ada);
    await admin.setRole({ userId: house.idOf(BOB.email), role: "runner" });
    expect(await house.whoHas(bob)).toMatchObject({ role: "runner" });
    expect(await admin.people()).toMatchObject([
      { name: "Ada", role: "admin", lastAdministrator: true, disabled: false },
      { name: "Bob", role: "runner", lastAdministrator: false, lastSignIn: expect.any(Number) },
    ]);
  });

  it("who are disabled are out at once and stay out until they are let in again", async () => {
    const ada = await house.signedInAda();
    const bob = await house.signedInBob(ada);
    const admin = await house.with(ada);
    await admin.disable({ userId: house.idOf(BOB.email) });
    expect(await house.whoHas(bob)).toBeNull();
    const refused = await house.signIn(BOB.email, BOB.password);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("disabled");
    expect((await house.signIn(BOB.email, "wrong password")).status).toBe(401);
    await admin.enable({ userId: house.idOf(BOB.email) });
    expect(await house.whoHas(bob)).toBeNull();
    expect((await house.signIn(BOB.email, BOB.password)).status).toBe(204);
  });

  it("always have an administrator among them", async () => {
    const ada = await house.signedInAda();
    const admin = await house.with(ada);
    const adaId = house.idOf(ADA.email);
    await expect(admin.setRole({ userId: adaId, role: "runner" })).rejects.toThrow("last administrator");
    await expect(admin.disable({ userId: adaId })).rejects.toThrow("last administrator");
    await house.signedInBob(ada, "admin");
    await admin.disable({ userId: house.idOf(BOB.email) });
    // A disabled administrator is none.
    await expect(admin.setRole({ userId: adaId, role: "runner" })).rejects.toThrow("last administrator");
    await admin.enable({ userId: house.idOf(BOB.email) });
    await admin.setRole({ userId: adaId, role: "runner" });
    expect(await house.whoHas(ada)).toMatchObject({ role: "runner" });
  });

  it("that there are not cannot be changed", async () => {
    const admin = await house.with(await house.signedInAda());
    for (const call of [
      admin.setRole({ userId: "user_none", role: "reader" }),
      admin.disable({ userId: "user_none" }),
      admin.enable({ userId: "user_none" }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("a forgotten password", () => {
  it("is replaced through a link that an administrator makes, once, and ends every session", async () => {
    const ada = await house.signedInAda();
    const bob = await house.signedInBob(ada);
    const admin = await house.with(ada);
    const userId = house.idOf(BOB.email);
    const replaced = await admin.passwordLink({ userId });
    const { token } = await admin.passwordLink({ userId });
    expect(await house.as(null).newPasswordFor({ token: replaced.token })).toBeNull();
    expect(await house.as(null).newPasswordFor({ token })).toEqual({ name: "Bob", email: BOB.email });
    expect(await house.whoHas(bob)).not.toBeNull();

    await house.as(null).newPassword({ token, password: "remembered now" });
    expect(await house.whoHas(bob)).toBeNull();
    expect((await house.signIn(BOB.email, BOB.password)).status).toBe(401);
    expect((await house.signIn(BOB.email, "remembered now")).status).toBe(204);
    await expect(house.as(null).newPassword({ token, password: "and another one" })).rejects.toThrow(
      "used, replaced or too old",
    );
  });

  it("stays where the link is too old, or its person disabled or nobody", async () => {
    const ada = await house.signedInAda();
    await house.signedInBob(ada);
    const admin = await house.with(ada);
    const userId = house.idOf(BOB.email);
    const { token } = await admin.passwordLink({ userId });
    await admin.disable({ userId });
    await expect(house.as(null).newPassword({ token, password: "remembered now" })).rejects.toThrow(
      "too old",
    );
    await expect(admin.passwordLink({ userId })).rejects.toThrow("disabled");
    await admin.enable({ userId });
    house.pass(DAY_MS);
    await expect(house.as(null).newPassword({ token, password: "remembered now" })).rejects.toThrow(
      "too old",
    );
    await expect(admin.passwordLink({ userId: "user_none" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await house.signIn(BOB.email, BOB.password)).status).toBe(204);
  });
});
