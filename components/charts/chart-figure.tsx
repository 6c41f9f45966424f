"use client";

import { BarChart3, Table2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { DownloadButtons, type Download } from "./download-buttons";
import type { FigureTable } from "./drawn-table";

export interface ChartFigureProps {
  readonly label: string;
  /** What it is of, or how to read it: one sentence. */
  readonly caption?: ReactNode;
  /** The picture; screen readers get the table instead. */
  readonly children: ReactNode;
  readonly table: FigureTable;
  /** The numbers as files: exactly what is drawn. */
  readonly download?: Download | undefined;
}

/** A picture and the same numbers as a table: one or the other is seen, the table is always there to be read out. */
export function ChartFigure({ label, caption, children, table, download }: ChartFigureProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-start gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-36 font-medium">{label}</span>
        <Button
          size="sm"
          variant="quiet"
          aria-pressed={asTable}
          aria-label={`${label} as a table`}
          icon={asTable ? <BarChart3 size={13} aria-hidden /> : <Table2 size={13} aria-hidden />}
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {asTable ? "Chart" : "Table"}
        </Button>
        {download === undefined ? null : <DownloadButtons label={label} download={download} />}
        {caption === undefined ? null : (
          <span className="max-w-prose basis-full text-sm text-ink-soft">{caption}</span>
        )}
      </figcaption>
      {asTable ? (
        <Table label={label} minWidth={`${String(7 + table.columns.length * 5.5)}rem`}>
          <THead>
            {table.columns.map((column, index) => (
              <Th key={column} align={index === 0 ? "left" : "right"}>
                {column}
              </Th>
            ))}
          </THead>
          <TBody>
            {table.rows.map(({ key, cells }) => (
              <Tr key={key}>
                {table.columns.map((column, index) => (
                  <Td key={column} align={index === 0 ? "left" : "right"} nowrap={index > 0}>
                    {cells[index]}
                  </Td>
                ))}
              </Tr>
            ))}
          </TBody>
        </Table>
      ) : (
        <>
          <div aria-hidden>{children}</div>
          <HiddenTable label={label} table={table} />
        </>
      )}
    </figure>
  );
}

function HiddenTable({ label, table }: { readonly label: string; readonly table: FigureTable }) {
  const [first, ...others] = table.columns;
  return (
    // A table is never narrower than its words: the box around it is what is hidden.
    <div className="sr-only">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells }) => (
            <tr key={key}>
              <th scope="row">{cells[0]}</th>
              {others.map((column, index) => (
                <td key={column}>{cells[index + 1]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
