import fs from "node:fs/promises";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { calibrate, machineName } from "./embedded/calibrate";
import { calibrationSchema, type EmbeddedLayout } from "./embedded/calibration.schema";
import { updateModel, type ModelRow } from "./models.repo";

export const CALIBRATING = "Measuring the best layout for this machine, which takes up to half a minute…";

interface CalibrationDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Measures where nothing is known yet; without, the machine's default layout is used then. */
  readonly calibrate?: boolean;
  /** How it is measured; a test's own instead. */
  readonly measure?: typeof calibrate;
}

/**
 * The layout that was measured for a file on this machine; measured now and kept on the row where it was not, or where the file or
 * the machine is another. Nothing where it cannot be measured: the default layout serves then.
 */
export async function calibratedLayout(
  row: ModelRow,
  deps: CalibrationDeps,
): Promise<Partial<EmbeddedLayout>> {
  const { db, clock, logger } = deps;
  if (row.filePath === null) return {};
  const known = calibrationSchema.safeParse(row.calibration);
  if (
    known.success &&
    known.data.machine === machineName() &&
    known.data.fileBytes === (await sizeOf(row.filePath))
  )
    return known.data.layout;
  if (deps.calibrate !== true) return {};
  updateModel(db, row.id, { statusDetail: CALIBRATING });
  try {
    const calibration = await (deps.measure ?? calibrate)({
      file: row.filePath,
      bytes: row.fileBytes,
      clock,
      logger,
    });
    updateModel(db, row.id, { calibration, statusDetail: null });
    return calibration.layout;
  } catch (error) {
    logger.warn({ model: row.id, reason: errorMessage(error) }, "The best layout could not be measured.");
    updateModel(db, row.id, { statusDetail: null });
    return {};
  }
}

async function sizeOf(file: string): Promise<number | null> {
  return fs.stat(file).then(
    ({ size }) => size,
    () => null,
  );
}
