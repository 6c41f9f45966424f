import type { Ledger, Unit } from "./ledger";
import type { TeamFilter } from "./team.schema";

/** The units that a filter takes. */
export function unitsWithin(ledger: Ledger, { campaignId, kind, stage }: TeamFilter): Unit[] {
  const found: Unit[] = [];
  for (const units of ledger.values()) {
    for (const unit of units) {
      if (campaignId !== null && unit.campaignId !== campaignId) continue;
      if (kind !== null && unit.item.kind !== kind) continue;
      if (stage !== null && unit.item.stage !== stage) continue;
      found.push(unit);
    }
  }
  return found;
}
