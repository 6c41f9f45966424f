import type { models } from "@/db/schema";
import { contentId } from "@/server/foundation/ids";

/**
 * What a model's entry stands for now: the same entry with another file, address or script is another model to whatever is kept
 * by content.
 */
export function modelIdentity(row: typeof models.$inferSelect): string {
  const { kind, filePath, fileSha256, fileBytes, baseUrl, remoteName, script } = row;
  return contentId("model", [kind, fileSha256 ?? [filePath, fileBytes], baseUrl, remoteName, script]);
}
