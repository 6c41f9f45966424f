import type { PackedColumns, UnpackedTree } from "@/server/runs/tree.service";

/** The columns as the server packed them; both are of one build, so that nothing is checked anew. */
export function unpackColumns(packed: PackedColumns): UnpackedTree {
  const columns: UnpackedTree = JSON.parse(packed);
  return columns;
}
