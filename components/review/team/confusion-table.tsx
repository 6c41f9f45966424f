import { FEW } from "@/components/charts";
import { formatCount, formatDecimal, formatInteger, formatPercent } from "@/components/ui/format";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { Confusion } from "@/server/review/team/figures";
import { ANSWERS } from "@/server/review/team/team.schema";
import { VERDICT_WORDS } from "../words";

/** Verdicts of one against those of the other; the darker, the more. */
export function ConfusionTable({ confusion }: { readonly confusion: Confusion }) {
  const { table, between, same } = confusion;
  const [first, second] = between === null ? ["You", "Others"] : [between.first, between.second];
  const most = Math.max(1, ...table.flat());
  return (
    <>
      <Table label={`What ${first} and ${second} said`} minWidth="26rem">
        <THead>
          <Th>
            {first} ↓ {second} →
          </Th>
          {ANSWERS.map((answer) => (
            <Th key={answer} align="right">
              {VERDICT_WORDS[answer].done}
            </Th>
          ))}
        </THead>
        <TBody>
          {ANSWERS.map((answer, row) => (
            <Tr key={answer}>
              <Td>{VERDICT_WORDS[answer].done}</Td>
              {ANSWERS.map((other, column) => {
                const count = table[row]?.[column] ?? 0;
                return (
                  <Td key={other} align="right">
                    <span
                      className={row === column ? "block px-1.5 font-medium" : "block px-1.5"}
                      style={{ background: shade(count / most, row === column) }}
                    >
                      {formatInteger(count)}
                    </span>
                  </Td>
                );
              })}
            </Tr>
          ))}
        </TBody>
      </Table>
      <p className="mt-2 text-sm text-ink-soft">
        Same verdict {formatInteger(same.hits)} of {formatInteger(same.total)} times (
        {formatPercent(same.estimate.value)}). {kappaWords(confusion)}
      </p>
    </>
  );
}

/** Agreement in the colour of what can be acted on, difference in that of what was rejected; both washes carry ink. */
function shade(share: number, agreed: boolean): string {
  const wash = agreed ? "var(--color-accent-wash)" : "var(--color-rejected-wash)";
  return `color-mix(in oklab, ${wash} ${String(Math.round(share * 100))}%, transparent)`;
}

function kappaWords({ kappa, same }: Confusion): string {
  if (same.total < FEW) {
    return `${formatCount(same.total, "item")} in common: too few to say more.`;
  }
  if (kappa.value === null) return "Both always gave one verdict, so kappa cannot be computed.";
  const { low, high } = kappa.interval ?? { low: kappa.value, high: kappa.value };
  return `Kappa ${formatDecimal(kappa.value)}, between ${formatDecimal(low)} and ${formatDecimal(high)} with 95% confidence.`;
}
