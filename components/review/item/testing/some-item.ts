import type { ItemView } from "@/server/review/item-view.schema";

/** An item of an open campaign, for tests: two steps shared by nobody, nothing decided. */
export function someItem(fields: Partial<ItemView> = {}): ItemView {
  return {
    number: 1,
    kind: "pair",
    campaign: { id: "camp", name: "Everything", blind: false },
    problem: {
      id: "problem",
      setId: "set",
      externalId: "1",
      statement: "What is 1 + 1?",
      answer: "2",
      level: null,
      subject: null,
      flags: [],
    },
    prompt: null,
    shared: [],
    left: { steps: ["Step 1: it is 2."], raw: "Step 1: it is 2." },
    right: { steps: ["Step 1: it is 3."], raw: "Step 1: it is 3." },
    facts: null,
    suggestion: null,
    mine: null,
    others: [],
    versions: [],
    state: "open",
    outcome: "undecided",
    guidelinesVersion: 0,
    lease: { id: "lease", expiresAt: 0 },
    hindrance: null,
    maySettle: false,
    gold: null,
    ...fields,
  };
}
