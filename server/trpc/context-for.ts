import { mayAct, type Role } from "@/server/accounts/accounts.schema";
import type { Context } from "./context";
import { webContext } from "./web-context";

/** The context of a request outside tRPC (a download, an upload), or the refusal to answer with. */
export async function contextFor(
  request: Request,
  role: Role,
): Promise<{ readonly context: Context } | { readonly refused: Response }> {
  const context = await webContext(request.headers);
  if (context.actor === null) return { refused: refusal(401, "Sign in first.") };
  if (!mayAct(context.actor.role, role)) {
    return { refused: refusal(403, `This needs the role ${role}; yours is ${context.actor.role}.`) };
  }
  return { context };
}

function refusal(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
