import { z } from "zod";
import { createDecodeModel, type DecodeCounters, type DecodeJob, type DecodeTimes } from "./decode-model";

const CHARS_PER_TOKEN = 4;

const asked = z
  .object({ prompt: z.string().optional(), messages: z.array(z.object({ content: z.string() })).optional() })
  .loose();
const replied = z.object({
  choices: z.array(
    z.object({ text: z.string().optional(), message: z.object({ content: z.string() }).optional() }),
  ),
});

/** Lets answers take as long as the model of a server's time says. */
export interface DecodeTimer {
  /** Resolves when every sample of the reply would be written; never where the client goes before. */
  decode(exchange: { readonly body: unknown; readonly reply: object }, gone: AbortSignal): Promise<void>;
  counters(): DecodeCounters;
}

export function createDecodeTimer(times: DecodeTimes): DecodeTimer {
  const model = createDecodeModel(times);
  let timer: NodeJS.Timeout | null = null;

  function plan(): void {
    if (timer !== null) clearTimeout(timer);
    const next = model.nextAt();
    timer = next === null ? null : setTimeout(moveOn, Math.max(0, next - performance.now()));
  }

  function moveOn(): void {
    timer = null;
    model.advance(performance.now());
    plan();
  }

  return {
    async decode({ body, reply }, gone) {
      const running: DecodeJob[] = [];
      const drop = (): void => {
        for (const job of running) model.drop(job, performance.now());
        plan();
      };
      gone.addEventListener("abort", drop, { once: true });
      const ended = jobsOf(body, reply).map(
        (job) =>
          new Promise<void>((resolve) => {
            const started = { ...job, done: resolve };
            running.push(started);
            model.add(started, performance.now());
          }),
      );
      plan();
      await Promise.all(ended);
      gone.removeEventListener("abort", drop);
    },
    counters: () => model.counters(),
  };
}

function jobsOf(body: unknown, reply: object): Omit<DecodeJob, "done">[] {
  const question = asked.safeParse(body);
  const answer = replied.safeParse(reply);
  if (!question.success || !answer.success) return [];
  const { prompt, messages = [] } = question.data;
  const read = prompt ?? messages.map(({ content }) => content).join("\n");
  return answer.data.choices.map(({ text, message }) => {
    const written = text ?? message?.content ?? "";
    return {
      prompt: read,
      text: written,
      tokens: Math.max(1, Math.ceil(written.length / CHARS_PER_TOKEN)),
    };
  });
}
