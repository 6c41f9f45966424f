import type { StandingRow } from "./ledger.repo";
import type { Family, ItemFacts, MachineRule, Unit, Vote } from "./ledger";

/** Rows of standing decisions, in any order, as units by item number. */
export function unitsOfRows(rows: readonly StandingRow[]): Map<number, Unit[]> {
  const byItem = new Map<number, (Unit & { readonly votes: Vote[] })[]>();
  for (const row of rows) {
    const units = byItem.get(row.number) ?? [];
    byItem.set(row.number, units);
    const unit = units.find(({ campaignId }) => campaignId === row.campaignId);
    if (unit !== undefined) unit.votes.push(vote(row));
    else {
      const item = units[0]?.item ?? factsOf(row);
      units.push({ campaignId: row.campaignId, item, votes: [vote(row)] });
    }
  }
  return byItem;
}

function vote(row: StandingRow): Vote {
  const { userId, verdict, adjudication, blind, chosenSide, durationMs, reasons, at } = row;
  return {
    userId,
    verdict,
    adjudication,
    blindSide: blind ? chosenSide : null,
    durationMs,
    reasons: reasons.length === 0 ? NONE : reasons,
    at,
  };
}

/** One for all, since most decisions give no reason. */
const NONE: readonly string[] = [];

function factsOf({ number, kind, stage, bucket, margin, doubt, ...row }: StandingRow): ItemFacts {
  const difference = row.lengthDifference ?? 0;
  const rule: MachineRule =
    kind === "pair" ? { kind, level: row.level, valuedBy: row.valuedBy } : { kind, refusedBy: row.refusedBy };
  const family = shared(families, { kind, stage });
  const longer = difference > 0 ? "chosen" : difference < 0 ? "rejected" : null;
  return { number, kind, stage, bucket, margin, doubt, longer, family, rule: shared(rules, rule) };
}

const families = new Map<string, Family>();
const rules = new Map<string, MachineRule>();

/** The object that stands for all that say the same. */
function shared<T>(known: Map<string, T>, value: T): T {
  const key = JSON.stringify(value);
  const found = known.get(key) ?? value;
  known.set(key, found);
  return found;
}
