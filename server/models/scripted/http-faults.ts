import { systemClock } from "@/server/foundation/clock";
import type { ServerResponse } from "node:http";

/** What a server can do wrong. */
export type Fault =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly retryAfter?: string;
      readonly message?: string;
    }
  | { readonly kind: "drop" }
  | { readonly kind: "hang" }
  | { readonly kind: "slow-headers"; readonly ms: number }
  | { readonly kind: "html"; readonly status: number }
  | { readonly kind: "truncated-json" }
  | { readonly kind: "wrong-shape" }
  | { readonly kind: "no-choices" }
  | { readonly kind: "garbage" };

interface RawAnswer {
  readonly type: string;
  readonly body: string | Buffer;
}

const json = (body: string | Buffer): RawAnswer => ({ type: "application/json", body });

const ANSWERS: Readonly<Record<Exclude<Fault["kind"], "drop" | "hang" | "slow-headers">, RawAnswer>> = {
  status: json('{"error":{"message":"on demand"}}'),
  html: { type: "text/html", body: "<!doctype html><html><body><h1>It works!</h1></body></html>" },
  "truncated-json": json('{"choices":[{"index":0,"text":"Step 1: The'),
  "wrong-shape": json('{"choices":[{"index":0,"delta":{"content":7}}]}'),
  "no-choices": json('{"choices":[]}'),
  garbage: json(Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0xf0, 0x9f])),
};

/** Does the wrong thing in place of an answer. @returns false where the answer should follow all the same */
export async function misbehave(fault: Fault, response: ServerResponse): Promise<boolean> {
  if (fault.kind === "slow-headers") {
    await systemClock.sleep(fault.ms);
    return false;
  }
  if (fault.kind === "drop") response.destroy();
  if (fault.kind === "drop" || fault.kind === "hang") return true;
  const { type, body } = ANSWERS[fault.kind];
  const { retryAfter, message } = fault.kind === "status" ? fault : {};
  response.writeHead("status" in fault ? fault.status : 200, {
    "content-type": type,
    ...(retryAfter === undefined ? {} : { "retry-after": retryAfter }),
  });
  response.end(message === undefined ? body : JSON.stringify({ error: { message } }));
  return true;
}
