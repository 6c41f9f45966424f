import { formatBytes } from "@/components/ui/format";
import { Progress } from "@/components/ui/progress";
import { bytesPerSecond, timeLeftMs, type Reading } from "./download-rate";
import type { Model } from "./types";

interface DownloadProgressProps {
  readonly model: Model;
  readonly readings: readonly Reading[];
}

/** Bytes, rate and time left of a download. */
export function DownloadProgress({ model, readings }: DownloadProgressProps) {
  const total = model.fileBytes ?? 0;
  const rate = bytesPerSecond(readings);
  const waiting = model.downloadedBytes === 0;
  return (
    <div className="mt-2 max-w-2xl">
      <Progress
        label={`Download of ${model.name}`}
        labelHidden
        value={waiting ? null : model.downloadedBytes}
        max={total}
        detail={
          waiting
            ? `Waiting for the first bytes of ${formatBytes(total)}`
            : `${formatBytes(model.downloadedBytes)} of ${formatBytes(total)}`
        }
        rate={
          rate === null ? undefined : rate === 0 ? "nothing arrives at present" : `${formatBytes(rate)}/s`
        }
        timeLeftMs={timeLeftMs(readings, total)}
      />
    </div>
  );
}
