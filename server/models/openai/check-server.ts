import { modelsAnswer } from "./wire";
import type { Connection } from "./connection";
import type { HttpClient } from "./http";
import { isRefusal } from "./render-prompt";

/**
 * Whether a server answers at all: its list of models costs it nothing. A server without such a list answers, too.
 * @throws EngineError
 */
export async function checkServer(
  { http, connection }: { readonly http: HttpClient; readonly connection: Connection },
  signal: AbortSignal,
): Promise<void> {
  try {
    await http.call({ url: `${connection.api}/models`, schema: modelsAnswer, signal });
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}
