import { AppError } from "@/server/foundation/errors";
import { receiveUpload } from "@/server/problems/receive-upload";
import { webContext } from "@/server/trpc/web-context";

export const dynamic = "force-dynamic";

/** Takes one problem file as the body and answers with the id that `problems.importFile` wants. */
export async function POST(request: Request): Promise<Response> {
  try {
    return Response.json(await receiveUpload(webContext(), request));
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { message, field, fix } = thrown;
    return Response.json({ message, field, fix }, { status: 400 });
  }
}
