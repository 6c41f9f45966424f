import { IntervalChart, type IntervalRow } from "@/components/charts";
import { Section } from "@/components/ui/page";
import type { Acceptance, TeamFigures } from "@/server/review/team/figures";
import { BUCKET_WORDS } from "../words";
import { familyWords, machineRuleWords, shareRow } from "./team-words";

/** What share of the machine's items people accept. */
export function AcceptanceSection({ figures }: { readonly figures: TeamFigures }) {
  const { stages, buckets, rules } = figures.acceptance;
  const chart = { kind: "share", valueName: "accepted", countName: "items" } as const;
  return (
    <Section
      id="acceptance"
      title="What do people accept?"
      lede="Each item counts once: accepted where all accept it or an adjudication does; a conflict is not accepted. Where you decided too, the mark is what you accept."
    >
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
        <IntervalChart
          {...chart}
          {...against(stages)}
          label="By stage"
          rowName="Stage"
          rows={rowsOf(stages, familyWords)}
        />
        <IntervalChart
          {...chart}
          {...against(buckets)}
          label="By bucket"
          rowName="Bucket"
          rows={rowsOf(buckets, (bucket) => (bucket === null ? "no bucket" : BUCKET_WORDS[bucket]))}
        />
        <IntervalChart
          {...chart}
          {...against(rules)}
          label="By the rule that made or refused it"
          rowName="Rule"
          rows={rowsOf(rules, machineRuleWords)}
        />
      </div>
    </Section>
  );
}

function rowsOf<Key>(groups: readonly Acceptance<Key>[], words: (key: Key) => string): IntervalRow[] {
  return groups.map(({ key, whole, mine }) =>
    shareRow(whole, { key: words(key), label: words(key), against: mine.estimate.value }),
  );
}

function against(groups: readonly Acceptance<unknown>[]): { readonly againstName?: string } {
  return groups.some(({ mine }) => mine.total > 0) ? { againstName: "you alone" } : {};
}
