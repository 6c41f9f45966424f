import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { ScrollRegion } from "./scroll-region";

export interface TableProps {
  /** Names the scrolling region and the table. */
  readonly label: string;
  /** A CSS length; the body scrolls under a fixed head beyond it. */
  readonly maxHeight?: string;
  /** Below this width the table scrolls sideways in its own region; a CSS length. */
  readonly minWidth?: string;
  /** THead and TBody. */
  readonly children: ReactNode;
}

/** A hairline table in its own scrolling region, so that the page never scrolls sideways. */
export function Table({ label, maxHeight, minWidth, children }: TableProps) {
  return (
    <ScrollRegion
      label={label}
      className="relative max-w-full overflow-auto border-y border-rule"
      style={{ maxHeight }}
    >
      <table
        aria-label={label}
        className="w-full border-separate border-spacing-0 text-left"
        style={{ minWidth }}
      >
        {children}
      </table>
    </ScrollRegion>
  );
}

export function THead({ children }: { readonly children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

export function TBody({ children }: { readonly children: ReactNode }) {
  return <tbody className="[&>tr:last-child>*]:border-b-0">{children}</tbody>;
}

export type Align = "left" | "right" | "center";

const aligned: Record<Align, string> = {
  left: "text-left",
  right: "text-right tabular-nums",
  center: "text-center",
};

export interface ThProps {
  readonly children?: ReactNode;
  readonly align?: Align;
  /** A CSS length. */
  readonly width?: string;
  /** With `onSort`: which way this column sorts the table now, or "none". */
  readonly sort?: "ascending" | "descending" | "none";
  readonly onSort?: () => void;
}

/** Head of a column; numbers right, words left. */
export function Th({ children, align = "left", width, sort, onSort }: ThProps) {
  return (
    <th
      scope="col"
      aria-sort={sort}
      style={{ width }}
      className={clsx(
        "sticky top-0 z-10 border-b border-rule-strong bg-paper py-1.5 pr-4 text-sm font-medium text-ink-soft last:pr-1 first:pl-1",
        aligned[align],
      )}
    >
      {onSort === undefined ? (
        children
      ) : (
        <button
          type="button"
          onClick={onSort}
          className="inline-flex items-center gap-1 font-medium hover:text-ink"
        >
          {children}
          <SortMark sort={sort ?? "none"} />
        </button>
      )}
    </th>
  );
}

function SortMark({ sort }: { readonly sort: "ascending" | "descending" | "none" }) {
  if (sort === "ascending") return <ArrowUp size={12} aria-hidden />;
  if (sort === "descending") return <ArrowDown size={12} aria-hidden />;
  return <span aria-hidden className="size-3" />;
}

export interface TrProps {
  readonly children: ReactNode;
  readonly selected?: boolean;
}

export function Tr({ children, selected }: TrProps) {
  return (
    <tr aria-selected={selected} className={clsx("hover:bg-sunken", selected === true && "bg-accent-wash")}>
      {children}
    </tr>
  );
}

export interface TdProps {
  readonly children?: ReactNode;
  readonly align?: Align;
  /** No wrapping: ids, dates, numbers with units. */
  readonly nowrap?: boolean;
  readonly colSpan?: number;
}

export function Td({ children, align = "left", nowrap = false, colSpan }: TdProps) {
  return (
    <td
      colSpan={colSpan}
      className={clsx(
        "border-b border-rule py-1.5 pr-4 align-top last:pr-1 first:pl-1",
        aligned[align],
        nowrap && "whitespace-nowrap",
      )}
    >
      {children}
    </td>
  );
}
