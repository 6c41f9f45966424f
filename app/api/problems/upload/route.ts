import { recordAct } from "@/server/accounts/audit.service";
import { AppError } from "@/server/foundation/errors";
import { receiveUpload } from "@/server/problems/receive-upload";
import { contextFor } from "@/server/trpc/context-for";

export const dynamic = "force-dynamic";

/** Takes one problem file as the body and answers with the id that `problems.importFile` wants. */
export async function POST(request: Request): Promise<Response> {
  const asked = await contextFor(request, "runner");
  if ("refused" in asked) return asked.refused;
  try {
    const upload = await receiveUpload(asked.context, request);
    recordAct(asked.context, "problems.upload", upload);
    return Response.json(upload);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { message, field, fix } = thrown;
    return Response.json({ message, field, fix }, { status: 400 });
  }
}
