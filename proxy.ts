import { NextResponse, type NextRequest } from "next/server";
import { signInPath } from "@/components/accounts/return-path";
import { webContext } from "@/server/trpc/web-context";

/**
 * Leads a visitor whom nobody knows to the sign-in page before any page is drawn, and back again. What keeps them out is
 * not this but the role that every procedure asks for.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { actor } = await webContext(request.headers);
  if (actor !== null) return NextResponse.next();
  const { pathname, search } = request.nextUrl;
  return NextResponse.redirect(new URL(signInPath(`${pathname}${search}`), request.url));
}

/** Pages only: not the API, which answers for itself, nor files, nor the ways in. */
export const config = {
  matcher: ["/((?!api/|_next/|sign-in$|set-up$|join/|new-password/|.*\\.[a-z0-9]+$).*)"],
};
