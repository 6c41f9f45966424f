import { Button } from "@/components/ui/button";
import { StatusMark, type StatusMarkProps } from "@/components/ui/status-mark";
import type { Connection } from "./connection";

const looks: Record<Exclude<Connection, "off">, Pick<StatusMarkProps, "tone" | "shape">> = {
  connecting: { tone: "neutral" },
  live: { tone: "good", shape: "dot" },
  reconnecting: { tone: "warning" },
  lost: { tone: "bad" },
};

const titles: Record<Exclude<Connection, "off">, string> = {
  connecting: "Asking the server for live updates",
  live: "What happens in the run is shown within a second",
  reconnecting: "The connection broke; what was missed will be shown",
  lost: "No live updates",
};

interface ConnectionMarkProps {
  readonly connection: Connection;
  readonly onReconnect: () => void;
}

/** Whether what is shown is live; quiet, and as wide in every state. */
export function ConnectionMark({ connection, onReconnect }: ConnectionMarkProps) {
  if (connection === "off") return null;
  return (
    <span className="inline-flex min-w-28 items-center gap-2 text-sm" title={titles[connection]}>
      <StatusMark {...looks[connection]}>{connection}</StatusMark>
      {connection === "lost" ? (
        <Button size="sm" onClick={onReconnect}>
          Connect again
        </Button>
      ) : null}
    </span>
  );
}
