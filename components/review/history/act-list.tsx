"use client";

import { Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Badge } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { ActView } from "@/server/review/item-view.schema";
import type { ActKind } from "@/server/review/review.schema";
import { itemPath } from "../paths";
import { useTakeBack } from "./use-take-back";

const KIND_WORDS: Readonly<Record<ActKind, string>> = {
  decide: "decision",
  bulk: "many at once",
  edit: "edit",
  flag: "flag",
  undo: "undo",
  redo: "redo",
};

/** What was done, by whom and when, with undo or redo of what can be. */
export function ActList({ acts }: { readonly acts: readonly ActView[] }) {
  const takeBack = useTakeBack();
  return (
    <Table label="Acts" minWidth="44rem">
      <THead>
        <Th width="7rem">When</Th>
        <Th>What</Th>
        <Th width="8rem">Kind</Th>
        <Th width="6rem" align="right">
          Changed
        </Th>
        <Th width="10rem">By</Th>
        <Th width="6rem" align="right">
          <span className="sr-only">Undo or redo</span>
        </Th>
      </THead>
      <TBody>
        {acts.map((act) => (
          <Tr key={act.seq}>
            <Td nowrap>
              <span className="text-sm text-ink-soft">
                <RelativeTime at={act.at} />
              </span>
            </Td>
            <Td>
              <span className={act.undone ? "text-ink-faint line-through" : undefined}>
                {act.number === null ? (
                  <bdi>{act.summary}</bdi>
                ) : (
                  <Link
                    href={itemPath(act.number, { campaignId: act.campaignId })}
                    prefetch={false}
                    className="link"
                  >
                    <bdi>{act.summary}</bdi>
                  </Link>
                )}
              </span>{" "}
              {act.undone ? <Badge>undone</Badge> : null}
            </Td>
            <Td nowrap>{KIND_WORDS[act.kind]}</Td>
            <Td align="right" nowrap>
              {formatCount(act.itemCount, "item")}
            </Td>
            <Td>{act.mine ? "you" : act.by === null ? "somebody" : <bdi>{act.by}</bdi>}</Td>
            <Td align="right">
              {act.mine && act.kind !== "undo" && act.kind !== "redo" ? (
                <Button
                  size="sm"
                  pending={takeBack.pending === act.seq}
                  disabled={takeBack.busy}
                  aria-label={`${act.undone ? "Redo" : "Undo"}: ${act.summary}`}
                  icon={act.undone ? <Redo2 size={13} aria-hidden /> : <Undo2 size={13} aria-hidden />}
                  onClick={() => {
                    (act.undone ? takeBack.redo : takeBack.undo)(act.seq);
                  }}
                >
                  {act.undone ? "Redo" : "Undo"}
                </Button>
              ) : null}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
