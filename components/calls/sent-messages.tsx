import type { ReactNode } from "react";
import { LongRawText } from "./long-raw-text";
import type { ChatMessage } from "@/server/sphere/io";

const roles = { system: "System", user: "User", assistant: "Assistant" } as const;

interface SentMessagesProps {
  readonly messages: readonly ChatMessage[];
  /** What was sent after them, as one more item of the list. */
  readonly children?: ReactNode;
}

/** The messages of a call, byte by byte, each under who speaks. */
export function SentMessages({ messages, children }: SentMessagesProps) {
  return (
    <ol className="space-y-3">
      {messages.map(({ role, content }, index) => (
        <li key={index}>
          <h3 className="mb-1 text-sm text-ink-soft">{roles[role]}</h3>
          <LongRawText text={content} label={`${roles[role]} message`} />
        </li>
      ))}
      {children}
    </ol>
  );
}
