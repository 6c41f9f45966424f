import { z } from "zod";
import { toCsv } from "@/components/ui/csv";
import { compareBenchmarkSchema } from "@/server/evaluations/comparison/comparison.schema";
import { comparisonRows, exportComparison } from "@/server/evaluations/comparison/export-comparison";
import { AppError } from "@/server/foundation/errors";
import { contextFor } from "@/server/trpc/context-for";

/** The query of the address; `benchmark` is the id of one. */
const asked = z.object({
  a: z.string(),
  b: z.string(),
  pass: z.string().optional(),
  benchmark: z.string(),
  format: z.enum(["csv", "json"]).default("json"),
});

/** Every item of a comparison with what both answered, as CSV or JSON: enough to compute the page's figures again. */
export async function GET(request: Request): Promise<Response> {
  const query = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refusal(400, z.prettifyError(query.error));
  const { benchmark: benchmarkId, format, ...sides } = query.data;
  const input = compareBenchmarkSchema.safeParse({ ...sides, benchmarkId });
  if (!input.success) return refusal(400, z.prettifyError(input.error));
  const reader = await contextFor(request, "reader");
  if ("refused" in reader) return reader.refused;
  try {
    const exported = exportComparison(reader.context.db, input.data);
    const name = `comparison-${input.data.pass}.${format}`;
    return format === "csv"
      ? file(name, "text/csv; charset=utf-8", toCsv(comparisonRows(exported)))
      : file(name, "application/json", `${JSON.stringify(exported, null, 1)}\n`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refusal(error.code === "not-found" ? 404 : 409, [error.message, error.fix ?? ""].join(" ").trim());
  }
}

function file(name: string, type: string, content: string): Response {
  return new Response(content, {
    headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  });
}

function refusal(status: number, message: string): Response {
  return new Response(`${message}\n`, { status });
}
