"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { SafeText } from "@/components/ui/raw-text";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import type { Calibration } from "@/server/models/embedded/calibration.schema";
import { calibrationWords } from "./calibration-words";
import { useRefreshModels } from "./use-models";

interface ModelCalibrationProps {
  readonly id: string;
  readonly found: Calibration;
}

/** The layout that was measured to be the best for a file on this machine, and the others that were tried. */
export function ModelCalibration({ id, found }: ModelCalibrationProps) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const again = useMutation(
    trpc.models.measureAgain.mutationOptions({
      onSettled: refresh,
      onSuccess: () => {
        toast.success("It is measured again when the worker next opens it.");
      },
      onError: ({ message }) => {
        toast.error(message);
      },
    }),
  );
  return (
    <details className="mt-2 max-w-2xl text-sm">
      <summary className="text-ink-soft hover:text-ink">
        {calibrationWords(found)}, measured <RelativeTime at={found.measuredAt} />
      </summary>
      <div className="mt-1 border-t border-rule pt-1 text-ink-soft">
        <p>
          Measured on <SafeText text={found.machine} />:
        </p>
        <ul className="list-disc pl-5">
          {found.tried.map((one) => (
            <li key={calibrationWords(one)}>{calibrationWords(one)}</li>
          ))}
        </ul>
        <div className="mt-1">
          <Button
            size="sm"
            pending={again.isPending}
            onClick={() => {
              again.mutate({ id });
            }}
          >
            Measure again
          </Button>
        </div>
      </div>
    </details>
  );
}
