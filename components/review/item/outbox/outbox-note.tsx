"use client";

import Link from "next/link";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { itemPath } from "@/components/review/paths";
import type { Entry } from "./entry";
import type { Outbox, OutboxState } from "./outbox";
import { useOutbox } from "./outbox-provider";
import { sentWords, waitingWords } from "./outbox-words";
import type { Receipt } from "./send-act";

const SENT_SHOWN_MS = 10_000;

/** What of a person's acts waits for the network, and what the server refused. Takes no room while all is well. */
export function OutboxNote() {
  const { outbox } = useOutbox();
  return outbox === null ? null : <Note outbox={outbox} />;
}

function Note({ outbox }: { readonly outbox: Outbox<Receipt> }) {
  const state = useSyncExternalStore(outbox.subscribe, outbox.snapshot, () => outbox.snapshot());
  const waiting = waitingWords(state);
  const sent = useSentCount(state, waiting !== null);
  const text = waiting ?? (sent === null ? null : sentWords(sent));
  const refused = state.entries.filter((entry) => entry.refusal !== null);
  return (
    <>
      <output className="block">
        {text === null ? null : (
          <p className="mb-4 flex flex-wrap items-center gap-3 border-l-2 border-rejected bg-rejected-wash px-3 py-1.5">
            {text}
            {waiting === null ? null : (
              <Button
                size="sm"
                onClick={() => {
                  outbox.flush();
                }}
              >
                Send now
              </Button>
            )}
          </p>
        )}
      </output>
      {refused.map((entry) => (
        <Refused key={entry.input.actId} entry={entry} outbox={outbox} />
      ))}
    </>
  );
}

/** How many acts had waited, for a while after the last of them was sent. */
function useSentCount({ entries }: OutboxState, waiting: boolean): number | null {
  const [most, setMost] = useState(0);
  const count = entries.filter(({ refusal }) => refusal === null).length;
  if (waiting && count > most) setMost(count);
  const arrived = most > 0 && !waiting && count === 0;
  useEffect(() => {
    if (!arrived) return undefined;
    const timer = setTimeout(() => {
      setMost(0);
    }, SENT_SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [arrived]);
  return arrived ? most : null;
}

interface RefusedProps {
  readonly entry: Entry;
  readonly outbox: Outbox<Receipt>;
}

/** One act that the server would not have: why, what to do, and the way to its item. */
function Refused({ entry, outbox }: RefusedProps) {
  const { label, number, campaignId, refusal, input } = entry;
  return (
    <div role="alert" className="mb-4 border-l-2 border-danger bg-danger-wash px-3 py-1.5">
      <p>
        <span className="font-medium">Not stored: {label}.</span> {refusal?.message} {refusal?.fix}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {number === null ? null : (
          <Link href={itemPath(number, { campaignId })} className="link">
            Item {number}
          </Link>
        )}
        <Button
          size="sm"
          onClick={() => {
            outbox.sendAgain(input.actId);
          }}
        >
          Try again
        </Button>
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            outbox.discard(input.actId);
          }}
        >
          Discard it
        </Button>
      </p>
    </div>
  );
}
