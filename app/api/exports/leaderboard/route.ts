import { boardFilter, loadBoardSearch } from "@/components/evaluations/leaderboard/board-search";
import { toCsv } from "@/components/ui/csv";
import { boardLines } from "@/server/evaluations/leaderboard/board-lines";
import { readLeaderboard } from "@/server/evaluations/leaderboard/leaderboard.service";
import { contextFor } from "@/server/trpc/context-for";

/** The leaderboard as a file: `?format=csv` or `json`, with the filters of the page's address. */
export async function GET(request: Request): Promise<Response> {
  const asked = await contextFor(request, "reader");
  if ("refused" in asked) return asked.refused;
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("format");
  if (format !== "csv" && format !== "json") {
    return new Response(`There is no format "${format ?? ""}". Use csv or json.\n`, { status: 404 });
  }
  const lines = boardLines(readLeaderboard(asked.context.db, boardFilter(loadBoardSearch(searchParams))));
  return format === "csv"
    ? fileOf(toCsv(lines), "text/csv; charset=utf-8", "csv")
    : fileOf(`${JSON.stringify(lines, null, 2)}\n`, "application/json", "json");
}

function fileOf(text: string, type: string, ending: string): Response {
  return new Response(text, {
    headers: { "content-type": type, "content-disposition": `attachment; filename="leaderboard.${ending}"` },
  });
}
