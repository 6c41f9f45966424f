import { Button } from "@/components/ui/button";

interface HistoryTurnsProps {
  readonly before: number | null;
  /** Where the next page begins; null at the end. */
  readonly next: number | null;
  readonly onTurn: (before: number | null) => void;
}

/** To older acts, and back to the newest. */
export function HistoryTurns({ before, next, onTurn }: HistoryTurnsProps) {
  if (before === null && next === null) return null;
  return (
    <nav aria-label="Pages of the history" className="mt-3 flex flex-wrap gap-2">
      {before === null ? null : (
        <Button
          size="sm"
          onClick={() => {
            onTurn(null);
          }}
        >
          Newest acts
        </Button>
      )}
      {next === null ? null : (
        <Button
          size="sm"
          onClick={() => {
            onTurn(next);
          }}
        >
          Older acts
        </Button>
      )}
    </nav>
  );
}
