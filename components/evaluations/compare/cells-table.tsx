import Link from "next/link";
import { formatInteger, formatPercent } from "@/components/ui/format";
import type { BenchmarkComparison } from "@/server/evaluations/comparison/comparison-view";
import type { ComparedCell } from "@/server/evaluations/comparison/comparison.schema";
import { CELL_WORDS } from "./cell-words";
import { compareItemsPath } from "./compare-paths";
import type { CompareItemsSearch } from "./compare-search";

interface CellsTableProps {
  readonly compared: BenchmarkComparison;
  readonly search: Pick<CompareItemsSearch, "a" | "b" | "pass" | "benchmark">;
}

/** How the items came out: two by two for one answer each, better or worse for several; each count is a link to its items. */
export function CellsTable({ compared, search }: CellsTableProps) {
  const named = compared.pass === "greedy";
  const count = (cell: ComparedCell) => (
    <Count cell={cell} compared={compared} search={search} named={named} />
  );
  if (compared.pass === "sampled") {
    return (
      <table className="w-full border-y border-rule text-left">
        <caption className="sr-only">Items by who has more answers right</caption>
        <tbody>
          {(["more-b", "more-a", "same"] as const).map((cell) => (
            <tr key={cell} className="not-first:border-t not-first:border-rule">
              <th scope="row" className="py-1.5 font-normal">
                {CELL_WORDS[cell]}
              </th>
              <td className="p-0">{count(cell)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return (
    <table className="w-full border-collapse border-y border-rule text-left">
      <caption className="sr-only">Items that both, one or neither solve</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">A</span>
          </th>
          <Head>B right</Head>
          <Head>B wrong</Head>
        </tr>
      </thead>
      <tbody>
        <tr className="border-t border-rule">
          <RowHead>A right</RowHead>
          <td className="p-0">{count("both")}</td>
          <td className="border-l border-rule p-0">{count("only-a")}</td>
        </tr>
        <tr className="border-t border-rule">
          <RowHead>A wrong</RowHead>
          <td className="p-0">{count("only-b")}</td>
          <td className="border-l border-rule p-0">{count("neither")}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Head({ children }: { readonly children: string }) {
  return (
    <th scope="col" className="px-3 py-1.5 text-right text-sm font-medium text-ink-soft">
      {children}
    </th>
  );
}

function RowHead({ children }: { readonly children: string }) {
  return (
    <th scope="row" className="py-1.5 pr-2 text-sm font-medium whitespace-nowrap text-ink-soft">
      {children}
    </th>
  );
}

interface CountProps extends CellsTableProps {
  readonly cell: ComparedCell;
  /** Says what it counts; where a head of its row does not. */
  readonly named: boolean;
}

function Count({ cell, compared, search, named }: CountProps) {
  const items = compared.cells[cell] ?? 0;
  return (
    <Link
      prefetch={false}
      href={compareItemsPath({ ...search, cell })}
      aria-label={`${CELL_WORDS[cell]}: ${formatInteger(items)} of ${formatInteger(compared.items)} items`}
      className="block px-3 py-2 text-right hover:bg-accent-wash hover:text-accent"
    >
      <span className="font-serif text-xl font-semibold">{formatInteger(items)}</span>
      <span className="block text-sm text-ink-soft">
        {named ? `${CELL_WORDS[cell]}, ` : null}
        {formatPercent(items / Math.max(1, compared.items), 1)}
      </span>
    </Link>
  );
}
