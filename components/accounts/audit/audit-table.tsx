"use client";

import { formatDateTime } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { AuditLine } from "../types";
import { actionWords } from "./action-words";

export function AuditTable({ lines }: { readonly lines: readonly AuditLine[] }) {
  return (
    <Table label="Audit log" minWidth="44rem">
      <THead>
        <Th width="11rem">When</Th>
        <Th width="10rem">Who</Th>
        <Th width="14rem">What</Th>
        <Th>With</Th>
      </THead>
      <TBody>
        {lines.map(({ id, at, actorName, action, input }) => (
          <Tr key={id}>
            <Td nowrap>
              <time dateTime={new Date(at).toISOString()} suppressHydrationWarning>
                {formatDateTime(at)}
              </time>
            </Td>
            <Td>
              <SafeText text={actorName} />
            </Td>
            <Td>
              <span title={action}>{actionWords(action)}</span>
            </Td>
            <Td>
              <span className="line-clamp-3 text-sm wrap-anywhere text-ink-soft">
                <SafeText text={input} />
              </span>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
