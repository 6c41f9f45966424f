import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { CHOICE_LABELS, compareMessages, preferenceOf } from "@/server/review/suggest/judge-prompt";
import {
  keepSuggestion,
  textsOf,
  unjudgedItems,
  type Suggestion,
  type UnjudgedItem,
} from "@/server/review/suggest/suggest.repo";
import type { OpenedModel } from "@/server/models/opened-model";
import type { EngineHost } from "./engine-host";

interface SuggestDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly engines: Pick<EngineHost, "acquire" | "release">;
}

const EVERY_MS = 5_000;
/** A judge that cannot be reached is asked again after this long. */
const AFTER_FAILURE_MS = 60_000;
const ITEMS_AT_ONCE = 16;
/** Runs on the same engine come first. */
const TENANT = { name: "review suggestions", limits: { share: 0.25 } } as const;

/** Asks the judges of open campaigns for their opinion of items that wait, until the process ends. */
export async function suggest(deps: SuggestDeps, signal: AbortSignal): Promise<void> {
  const { clock, logger } = deps;
  while (!signal.aborted) {
    const pause = await judgeAll(deps, signal).then(
      () => EVERY_MS,
      (error: unknown) => {
        if (!signal.aborted) logger.warn({ reason: errorMessage(error) }, "a judge could not be asked");
        return AFTER_FAILURE_MS;
      },
    );
    await clock.sleep(pause, signal).catch(() => undefined);
  }
}

async function judgeAll(deps: SuggestDeps, signal: AbortSignal): Promise<void> {
  while ((await judgeSome(deps, signal)) > 0);
}

/**
 * Asks about the next items of one judge and keeps each answer as it comes.
 * @returns how many were asked about
 * @throws EngineError when the judge cannot be opened or is down
 */
export async function judgeSome(deps: SuggestDeps, signal: AbortSignal): Promise<number> {
  const items = unjudgedItems(deps.db, ITEMS_AT_ONCE);
  const modelId = items[0]?.modelId;
  if (modelId === undefined) return 0;
  const model = await deps.engines.acquire(modelId);
  try {
    model.dispatcher.setLimits(TENANT.name, TENANT.limits);
    await Promise.all(
      items.map(async (item) => {
        const opinion = await opinionOf(deps, { item, model, signal });
        keepSuggestion(deps.db, { ...opinion, at: deps.clock.now() });
      }),
    );
    return items.length;
  } finally {
    model.dispatcher.forget(TENANT.name);
    deps.engines.release(model);
  }
}

interface Asking {
  readonly item: UnjudgedItem;
  readonly model: OpenedModel;
  readonly signal: AbortSignal;
}

async function opinionOf(
  { db, clock }: Pick<SuggestDeps, "db" | "clock">,
  { item, model, signal }: Asking,
): Promise<Omit<Suggestion, "at">> {
  const kept = { itemNumber: item.number, modelId: item.modelId, score: null, error: null };
  const texts = textsOf(db, item.number);
  if (texts === null) return { ...kept, error: "The item is gone." };
  if (model.engine.labelProbabilities === undefined)
    return { ...kept, error: "The model does not say how probable its answers are." };
  const ask = (a: string, b: string, order: string): Promise<readonly number[] | null> => {
    const messages = compareMessages({ ...texts, a, b });
    return model.dispatcher.ask(
      async (engine, stop) =>
        (await engine.labelProbabilities?.({ messages, prefix: "", labels: CHOICE_LABELS }, stop)) ?? null,
      {
        key: `suggestion/${String(item.number)}/${order}`,
        tenant: TENANT.name,
        depth: 0,
        problemPosition: item.number,
        signal,
      },
    );
  };
  const started = clock.now();
  const asked = await Promise.allSettled([
    ask(texts.chosen, texts.rejected, "chosen-first"),
    ask(texts.rejected, texts.chosen, "chosen-second"),
  ]);
  const [first, second] = asked.map((answer) => {
    if (answer.status === "fulfilled") {
      model.health.answered(clock.now());
      return answer.value;
    }
    // A judge that is down says nothing of this item; only a fault of the one question is kept.
    if (model.health.isFaultOfOneCall(answer.reason, started)) return null;
    throw answer.reason;
  });
  const failure = asked.find((answer) => answer.status === "rejected");
  return {
    ...kept,
    score: preferenceOf(first ?? null, second ?? null),
    error: failure === undefined ? null : errorMessage(failure.reason),
  };
}
