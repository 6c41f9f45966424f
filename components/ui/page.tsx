import type { ReactNode } from "react";

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** One or two plain sentences: what this page is for. */
  readonly lede?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  /** A line above the title: a link to the page above. */
  readonly above?: ReactNode;
}

/** The page's only h1. */
export function PageHeader({ title, lede, actions, above }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {above === undefined ? null : <div className="mb-1 text-sm text-ink-soft">{above}</div>}
        <h1 className="font-serif text-xl font-semibold wrap-anywhere">{title}</h1>
        {lede === undefined ? null : <p className="mt-1 max-w-prose text-ink-soft">{lede}</p>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}

export interface SectionProps {
  readonly title: ReactNode;
  readonly lede?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** For links to the section. */
  readonly id?: string;
}

/** A part of a page under an h2. */
export function Section({ title, lede, actions, children, id }: SectionProps) {
  return (
    <section id={id} className="mt-10 first:mt-0">
      <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-serif text-lg font-semibold">{title}</h2>
          {lede === undefined ? null : <p className="max-w-prose text-sm text-ink-soft">{lede}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}

export interface KeyValue {
  readonly key: string;
  /** Default: `key`. */
  readonly label?: ReactNode;
  readonly value: ReactNode;
}

export interface KeyValueListProps {
  readonly items: readonly KeyValue[];
  /** "rows": one below the other; "grid": as many side by side as fit. */
  readonly layout?: "rows" | "grid";
}

/** Facts with their names. */
export function KeyValueList({ items, layout = "rows" }: KeyValueListProps) {
  const rows = layout === "rows";
  return (
    <dl
      className={
        rows ? "border-t border-rule" : "grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-3"
      }
    >
      {items.map(({ key, label, value }) => (
        <div
          key={key}
          className={
            rows ? "grid gap-x-6 border-b border-rule py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]" : "min-w-0"
          }
        >
          <dt className="text-sm text-ink-soft">{label ?? key}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
