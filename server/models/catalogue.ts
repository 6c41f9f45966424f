import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { CATALOGUE } from "./catalogue-entries";
import { insertModelIfNew } from "./models.repo";

/** Makes a row for each catalogue model that has none yet; what is there stays as it is. */
export function ensureCatalogue({ db, clock }: { db: Db; clock: Clock }): void {
  for (const { id, name, bytes, sha256, licence } of CATALOGUE) {
    insertModelIfNew(db, {
      id,
      name,
      kind: "embedded",
      status: "not-downloaded",
      fileBytes: bytes,
      fileSha256: sha256,
      licence,
      createdAt: clock.now(),
    });
  }
}
