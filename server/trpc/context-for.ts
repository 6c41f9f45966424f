import { mayAct, type Actor, type Role } from "@/server/accounts/accounts.schema";
import type { Context } from "./context";
import { webContext } from "./web-context";

/** The context of a request outside tRPC (a download, an upload), or the refusal to answer with. */
export async function contextFor(
  request: Request,
  role: Role,
): Promise<{ readonly context: Context & { readonly actor: Actor } } | { readonly refused: Response }> {
  const { actor, ...workplace } = await webContext(request.headers);
  if (actor === null) return { refused: refusal(401, "Sign in first.") };
  if (!mayAct(actor.role, role)) {
    return { refused: refusal(403, `This needs the role ${role}; yours is ${actor.role}.`) };
  }
  return { context: { ...workplace, actor } };
}

function refusal(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
