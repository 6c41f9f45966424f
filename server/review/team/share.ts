import { wilson } from "@/server/statistics";
import type { Share } from "./figures";

export function share(hits: number, total: number): Share {
  return { hits, total, estimate: wilson(hits, total) };
}
