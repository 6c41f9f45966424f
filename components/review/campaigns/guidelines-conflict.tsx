import { Button } from "@/components/ui/button";
import { RawText } from "@/components/ui/raw-text";
import type { GuidelinesView } from "@/server/review/queue-view.schema";

interface GuidelinesConflictProps {
  readonly guidelines: GuidelinesView;
  readonly basedOn: number;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Somebody saved another version while this one was being written: both are there, and the person decides. */
export function GuidelinesConflict({
  guidelines,
  basedOn,
  onTakeTheirs,
  onKeepMine,
}: GuidelinesConflictProps) {
  const [newest] = guidelines.versions;
  const who = newest?.by ?? "Somebody";
  return (
    <div role="alert" className="mb-5 border-l-2 border-danger pl-3">
      <p className="font-medium text-danger">
        <bdi>{who}</bdi> saved version {guidelines.version} while you wrote from version {basedOn}.
      </p>
      <p className="mb-2 text-ink-soft">
        Your text is still below. Take over what you need of theirs, or begin again from it.
      </p>
      <RawText text={guidelines.markdown} label={`Version ${guidelines.version}`} maxHeight="14rem" />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={onTakeTheirs}>Begin again from version {guidelines.version}</Button>
        <Button onClick={onKeepMine}>Keep my text, on top of version {guidelines.version}</Button>
      </div>
    </div>
  );
}
