import { readHealth } from "@/server/runs/health.service";

export const dynamic = "force-dynamic";
import { webWorkplace } from "@/server/trpc/web-context";

/** 200 when web, worker and database do; 503 with the part that does not. */
export function GET(): Response {
  const health = readHealth(webWorkplace());
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
