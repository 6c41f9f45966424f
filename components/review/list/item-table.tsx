"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Table, TBody, Th, THead } from "@/components/ui/table";
import { Tooltip } from "@/components/ui/tooltip";
import { Term } from "@/components/ui/term";
import type { ItemRow } from "@/server/review/item-view.schema";
import { DOUBT_FORMULA } from "../words";
import { ItemTableRow } from "./item-table-row";
import { pageState, type Selection } from "./selection";
import type { ListSearch } from "./list-params";

export interface ItemTableProps {
  readonly items: readonly ItemRow[];
  readonly search: ListSearch;
  /** Null where the viewer may pick none. */
  readonly selection: Selection | null;
  /** `range`: with Shift held, from the item picked last. */
  readonly onPick: (number: number, range: boolean) => void;
  readonly onPickPage: () => void;
}

/** One page of items; each leads to its page with the campaign and filter kept. */
export function ItemTable({ items, search, selection, onPick, onPickPage }: ItemTableProps) {
  const order = items.map(({ number }) => number);
  const state = selection === null ? "none" : pageState(selection, order);
  return (
    <Table label="Review items" minWidth={selection === null ? "44rem" : "46rem"}>
      <THead>
        {selection === null ? null : (
          <Th width="2rem">
            <Checkbox
              label="Select the page"
              labelHidden
              checked={state === "all"}
              indeterminate={state === "some"}
              onCheckedChange={onPickPage}
            />
          </Th>
        )}
        <Th width="4rem" align="right">
          Item
        </Th>
        <Th>Problem</Th>
        <Th width="8rem">What</Th>
        <Th width="4.5rem" align="right">
          <Tooltip content={DOUBT_FORMULA} description={DOUBT_FORMULA}>
            <button
              type="button"
              className="cursor-help rounded-sm underline decoration-rule-strong decoration-dotted underline-offset-[0.25em]"
            >
              Doubt
            </button>
          </Tooltip>
        </Th>
        <Th width="4.5rem" align="right">
          <Term id="margin">Margin</Term>
        </Th>
        <Th width="4.5rem" align="right">
          Length
        </Th>
        <Th width="8rem">{search.campaign === null ? "Verdict" : "State"}</Th>
      </THead>
      <TBody>
        {items.map((item) => (
          <ItemTableRow
            key={item.number}
            item={item}
            search={search}
            picked={selection === null ? null : selection.everything || selection.picked.has(item.number)}
            onPick={onPick}
          />
        ))}
      </TBody>
    </Table>
  );
}
