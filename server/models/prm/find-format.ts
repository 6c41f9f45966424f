import { EngineError } from "../engine";
import { poolTexts, type PoolingServer } from "./pooling";
import { PRM_FORMATS, type PrmFormat } from "./prm-format";
import { areStepRows } from "./step-values";

const EXAMPLE = {
  statement: "Ada has 3 boxes with 4 apples in each. She eats 2 apples. How many are left?",
  steps: [
    "Step 1: She has 3 times 4, that is 12 apples.",
    "Step 2: After eating 2 she has 12 - 2 = 10 apples.",
    "Step 3: The answer is \\boxed{10}.",
  ],
} as const;

const REMEDY =
  `Start vLLM with --runner pooling and, for Qwen2.5-Math-PRM, --pooler-config '{"pooling_type":"STEP","step_tag_id":151651}'` +
  `; for Math-Shepherd, '{"pooling_type":"STEP","step_tag_id":12902,"returned_token_ids":[648,387]}'.`;

/**
 * Which format the server's model reads, found by posting a solution of three steps: it has to answer with exactly three rows of
 * two numbers that sum to 1. How vLLM pools by default has changed between versions.
 * @throws EngineError `not-the-api` that says how to start the server, where no format fits
 */
export async function findFormat(server: PoolingServer, signal: AbortSignal): Promise<PrmFormat> {
  const found: string[] = [];
  for (const format of PRM_FORMATS) {
    const answer = await tryFormat(server, format, signal);
    if (answer === null) return format;
    found.push(answer);
  }
  const message = `The server does not score steps: asked about three, it ${found[0] ?? ""}. ${REMEDY}`;
  throw new EngineError("not-the-api", message);
}

/** Null where it fits, else what the server did. */
async function tryFormat(
  server: PoolingServer,
  format: PrmFormat,
  signal: AbortSignal,
): Promise<string | null> {
  const text = format.render(EXAMPLE);
  try {
    const [rows = []] = await poolTexts(server, [text], signal);
    if (areStepRows(rows, EXAMPLE.steps.length)) return null;
    const numbers = new Set(rows.map((row) => row.length));
    const shape = rows.length === 0 ? "" : ` of ${[...numbers].join(" or ")} numbers`;
    const odd = rows.length === EXAMPLE.steps.length ? " that do not sum to 1" : "";
    return `gave ${rows.length === 1 ? "one row" : `${rows.length} rows`}${shape}${odd}`;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.kind === "not-the-api") {
      const message = `The server has no path /pooling at the given address. ${REMEDY}`;
      throw new EngineError("not-the-api", message, { cause: error });
    }
    if (error.kind !== "bad-request" && error.kind !== "bad-response") throw error;
    return `refused (${error.message})`;
  }
}
