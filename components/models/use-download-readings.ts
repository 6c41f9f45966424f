"use client";

import { useState } from "react";
import { addReading, type Reading } from "./download-rate";
import type { Model } from "./types";

type Readings = Readonly<Record<string, readonly Reading[]>>;

/** Each download's progress over the last seconds, from the answers of the list as they arrive. */
export function useDownloadReadings(models: readonly Model[], updatedAt: number): Readings {
  const [kept, setKept] = useState<{ readonly at: number; readonly readings: Readings }>({
    at: 0,
    readings: {},
  });
  if (kept.at === updatedAt) return kept.readings;
  const readings = Object.fromEntries(
    models
      .filter(({ status }) => status === "downloading")
      .map(({ id, downloadedBytes }) => [
        id,
        addReading(kept.readings[id] ?? [], { at: updatedAt, bytes: downloadedBytes }),
      ]),
  );
  setKept({ at: updatedAt, readings });
  return readings;
}
