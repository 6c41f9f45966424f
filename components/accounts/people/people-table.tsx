"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { SafeText } from "@/components/ui/raw-text";
import { Badge, StatusMark } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { Person } from "../types";
import { PasswordLinkButton } from "./password-link-button";
import { PersonSwitch } from "./person-switch";
import { RoleSelect } from "./role-select";

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** My own id. */
  readonly me: string | null;
}

export function PeopleTable({ people, me }: PeopleTableProps) {
  return (
    <Table label="People" minWidth="52rem">
      <THead>
        <Th>Name</Th>
        <Th width="12rem">Role</Th>
        <Th width="9rem">Signed in</Th>
        <Th width="8rem">State</Th>
        <Th width="14rem">
          <span className="sr-only">What can be done</span>
        </Th>
      </THead>
      <TBody>
        {people.map((person) => (
          <Tr key={person.id}>
            <Td>
              <span className="font-medium">
                <SafeText text={person.name} />
              </span>{" "}
              {person.id === me ? <Badge>you</Badge> : null}
              <span className="block text-sm wrap-anywhere text-ink-soft">
                <SafeText text={person.email} />
              </span>
            </Td>
            <Td>
              <RoleSelect person={person} />
            </Td>
            <Td nowrap>{person.lastSignIn === null ? "not yet" : <RelativeTime at={person.lastSignIn} />}</Td>
            <Td>
              {person.disabled ? (
                <StatusMark tone="neutral" shape="bar">
                  disabled
                </StatusMark>
              ) : (
                <StatusMark tone="good">may come in</StatusMark>
              )}
            </Td>
            <Td align="right" nowrap>
              {me === null || person.disabled || person.id === me ? null : (
                <PasswordLinkButton person={person} />
              )}{" "}
              <PersonSwitch person={person} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
