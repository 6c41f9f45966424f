"use client";

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { useMe } from "@/components/accounts/use-me";
import { useTRPCClient } from "@/components/trpc/client";
import type { Entry } from "./entry";
import { Outbox, type Answer } from "./outbox";
import { sendAct, type Receipt } from "./send-act";
import { entryStorage } from "./storage";

export type ActAnswer = Exclude<Answer<Receipt>, { kind: "cut" | "trouble" }>;
type Listener = (entry: Entry, answer: ActAnswer) => void;

interface OutboxContext {
  /** Null until it is known who looks, and where nobody is signed in. */
  readonly outbox: Outbox<Receipt> | null;
  /** Hears what became of each act. */
  readonly listen: (listener: Listener) => () => void;
}

const Context = createContext<OutboxContext>({ outbox: null, listen: () => () => undefined });

/** Around all pages of review, so that what waits is sent whichever of them is open. */
export function OutboxProvider({ children }: { readonly children: ReactNode }) {
  const client = useTRPCClient();
  const userId = useMe().me?.id ?? null;
  const listeners = useRef(new Set<Listener>());
  const [outbox, setOutbox] = useState<Outbox<Receipt> | null>(null);

  useEffect(() => {
    if (userId === null) return undefined;
    const opened = new Outbox<Receipt>({
      storage: entryStorage(window.localStorage, userId),
      send: (entry) => sendAct(client, entry),
      now: Date.now,
      later: (milliseconds, action) => {
        const timer = setTimeout(action, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
      onAnswer: (entry, answer) => {
        for (const listener of listeners.current) listener(entry, answer);
      },
      exclusively: exclusivelyFor(userId),
    });
    setOutbox(opened);
    opened.flush();
    const stopWatching = watchBrowser(opened);
    return () => {
      stopWatching();
      opened.stop();
      setOutbox(null);
    };
  }, [client, userId]);

  const listen = useCallback((listener: Listener) => {
    listeners.current.add(listener);
    return () => {
      listeners.current.delete(listener);
    };
  }, []);
  const value = useMemo(() => ({ outbox, listen }), [outbox, listen]);
  return <Context value={value}>{children}</Context>;
}

export function useOutbox(): OutboxContext {
  return useContext(Context);
}

/** One tab at a time sends, where the browser has locks (it has none on plain HTTP; then acts are sent twice and count once). */
function exclusivelyFor(userId: string) {
  return async (work: () => Promise<void>): Promise<void> => {
    const { locks } = navigator as { readonly locks?: LockManager };
    if (locks === undefined) await work();
    else await locks.request(`sphere.outbox.${userId}`, work);
  };
}

/** Sends as soon as there is reason to think that it goes through. */
function watchBrowser(outbox: Outbox<Receipt>): () => void {
  const flush = (): void => {
    outbox.flush();
  };
  const reread = (): void => {
    outbox.reread();
  };
  window.addEventListener("online", flush);
  window.addEventListener("focus", flush);
  window.addEventListener("storage", reread);
  return () => {
    window.removeEventListener("online", flush);
    window.removeEventListener("focus", flush);
    window.removeEventListener("storage", reread);
  };
}
