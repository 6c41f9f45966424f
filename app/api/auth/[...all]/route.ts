import { handleAuth } from "@/server/accounts/handle-auth";
import { webWorkplace } from "@/server/trpc/web-context";

/** Sign-in and sign-out. */
function handle(request: Request): Promise<Response> {
  return handleAuth(webWorkplace(), request);
}

export { handle as GET, handle as POST };
