"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { GuidelinesView } from "@/server/review/queue-view.schema";
import { GuidelinesText } from "../item/guidelines-text";

type Version = GuidelinesView["versions"][number];

interface GuidelinesVersionsProps {
  readonly guidelines: GuidelinesView;
  /** Takes an old text into the editor; nothing is saved by that. */
  readonly onTake: (markdown: string) => void;
}

/** All versions, the newest first; each can be read and taken up again. */
export function GuidelinesVersions({ guidelines, onTake }: GuidelinesVersionsProps) {
  const [shown, setShown] = useState<Version | null>(null);
  return (
    <>
      <Table label="Versions of the guidelines">
        <THead>
          <Th width="6rem">Version</Th>
          <Th>By</Th>
          <Th width="9rem">Saved</Th>
          <Th align="right" width="7rem">
            <span className="sr-only">Read</span>
          </Th>
        </THead>
        <TBody>
          {guidelines.versions.map((version) => (
            <Tr key={version.version}>
              <Td>{version.version}</Td>
              <Td>
                {version.by === null ? (
                  <span className="text-ink-faint">not told</span>
                ) : (
                  <bdi>{version.by}</bdi>
                )}
              </Td>
              <Td nowrap>
                <RelativeTime at={version.at} />
              </Td>
              <Td align="right">
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`Read version ${version.version}`}
                  onClick={() => {
                    setShown(version);
                  }}
                >
                  Read
                </Button>
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      <Dialog
        open={shown !== null}
        onOpenChange={(open) => {
          if (!open) setShown(null);
        }}
        width="lg"
        title={`Version ${shown?.version ?? ""}`}
        footer={
          <Button
            onClick={() => {
              if (shown !== null) onTake(shown.markdown);
              setShown(null);
            }}
          >
            Take this text into the editor
          </Button>
        }
      >
        {shown === null ? null : <GuidelinesText markdown={shown.markdown} />}
      </Dialog>
    </>
  );
}
