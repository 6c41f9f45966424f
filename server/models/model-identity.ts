import { contentId } from "@/server/foundation/ids";
import type { ModelRow } from "./models.repo";

/**
 * What a model's entry stands for now: the same entry with another file, address or script is another model to whatever is kept
 * by content.
 */
export function modelIdentity(row: ModelRow): string {
  const { kind, filePath, fileSha256, fileBytes, baseUrl, remoteName, script } = row;
  return contentId("model", [kind, fileSha256 ?? [filePath, fileBytes], baseUrl, remoteName, script]);
}
