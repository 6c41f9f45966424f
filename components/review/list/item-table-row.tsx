"use client";

import Link from "next/link";
import { isHotkeyPressed } from "react-hotkeys-hook";
import { MathText } from "@/components/math";
import { Checkbox } from "@/components/ui/checkbox";
import { formatCount, formatDecimal, formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import { SafeText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import { Td, Tr } from "@/components/ui/table";
import type { ItemRow } from "@/server/review/item-view.schema";
import { filterOf } from "../filter-params";
import { itemPath } from "../paths";
import { KIND_WORDS, OUTCOME_WORDS } from "../words";
import { OutcomeMark, StateMark } from "./item-marks";
import type { ListSearch } from "./list-params";

const STATEMENT_LIMIT = 160;

interface ItemTableRowProps {
  readonly item: ItemRow;
  readonly search: ListSearch;
  /** Null where the viewer may pick none. */
  readonly picked: boolean | null;
  readonly onPick: (number: number, range: boolean) => void;
}

export function ItemTableRow({ item, search, picked, onPick }: ItemTableRowProps) {
  const { number, state } = item;
  return (
    <Tr {...(picked === null ? {} : { selected: picked })}>
      {picked === null ? null : (
        <Td>
          <Checkbox
            label={`Select item ${number}`}
            labelHidden
            checked={picked}
            onCheckedChange={() => {
              onPick(number, isHotkeyPressed("shift"));
            }}
          />
        </Td>
      )}
      <Td align="right" nowrap>
        <Link
          href={itemPath(number, { campaignId: search.campaign, ...filterOf(search) })}
          prefetch={false}
          data-item={number}
          aria-label={`Item ${number}`}
          className="link"
        >
          {number}
        </Link>
      </Td>
      <Td>
        <span className="line-clamp-2">
          <MathText inline text={item.statement} limit={STATEMENT_LIMIT} />
        </span>
        <span className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          {item.level === null ? null : <SafeText text={levelWords(item.level)} />}
          {item.subject === null ? null : <SafeText text={item.subject} />}
          {item.bucket === null ? null : <span>{item.bucket}</span>}
          <span className="max-w-48 truncate">
            <SafeText text={item.runName} />
          </span>
          {item.flagged ? <StatusMark tone="warning">reference answer doubted</StatusMark> : null}
        </span>
      </Td>
      <Td nowrap>
        <span className="flex items-center gap-1.5">
          <StageMark stage={item.stage} label="short" />
          {KIND_WORDS[item.kind]}
        </span>
        {item.machineAccepted === null ? null : (
          <span className="block text-sm text-ink-soft">
            {item.machineAccepted ? "rules took it" : "rules refused it"}
          </span>
        )}
      </Td>
      <Td align="right">{formatDecimal(item.doubt)}</Td>
      <Td align="right">{formatDecimal(item.margin)}</Td>
      <Td align="right">{formatInteger(item.length)}</Td>
      <Td nowrap>
        {state === null ? <OutcomeMark outcome={item.outcome} /> : <StateMark state={state} />}
        {item.decisionCount === 0 ? null : (
          <span className="block text-sm text-ink-soft">
            {formatCount(item.decisionCount, "decision")}
            {state === null || item.outcome === "undecided" ? null : `: ${OUTCOME_WORDS[item.outcome]}`}
          </span>
        )}
      </Td>
    </Tr>
  );
}

/** Sets write "3" or "Level 3". */
function levelWords(level: string): string {
  return /^\d/.test(level) ? `level ${level}` : level;
}
