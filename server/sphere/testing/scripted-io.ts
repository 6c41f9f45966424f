import type { FinishReason, Grade, MeasureRequest, Sample, SampleRequest, SphereIo } from "../io";
import { seededRandom, textId } from "./seeded-random";

export interface ScriptedReply {
  readonly text: string;
  readonly finish?: FinishReason;
  readonly meanLogprob?: number | null;
}

/** Writes one sample; `random` depends on the request and the sample's index alone. Null: the sample fails. */
export type Script = (request: SampleRequest, random: () => number) => ScriptedReply | string | null;

export interface ScriptedIoOptions {
  readonly script: Script;
  /** The right content of `\boxed{}`. */
  readonly answer: string;
  /** Another seed gives another run of the same script. */
  readonly seed?: string;
  /** Answers measurements; without it, or for null, the engine cannot tell. */
  readonly measure?: (request: MeasureRequest) => readonly number[] | null;
  /** Answers come back in an order drawn from this seed; without it, as asked. */
  readonly shuffle?: string;
}

export interface ScriptedIo extends SphereIo {
  /** Every request, in the order in which it was made. */
  readonly requests: readonly SampleRequest[];
  /** Every measurement asked for, in the same order. */
  readonly measured: readonly MeasureRequest[];
}

const CHARS_PER_TOKEN = 4;

/** An `io` without a model: the same request always gets the same samples, in whatever order they arrive. */
export function createScriptedIo(options: ScriptedIoOptions): ScriptedIo {
  const requests: SampleRequest[] = [];
  const measured: MeasureRequest[] = [];
  const deliver = options.shuffle === undefined ? asAsked : shuffledDelivery(options.shuffle);
  return {
    requests,
    measured,
    sample(request) {
      requests.push(request);
      return deliver(writeSamples(options, request));
    },
    measure(asked) {
      measured.push(...asked);
      return deliver(asked.map((request) => options.measure?.(request) ?? null));
    },
    grade: (response) => gradeBoxed(response, options.answer),
    id: (kind, parts) => `${kind}-${textId(JSON.stringify(parts))}`,
  };
}

function writeSamples({ script, seed = "" }: ScriptedIoOptions, request: SampleRequest): Sample[] {
  const { stage, role, messages, prefix, sampling, ordinal } = request;
  const key = JSON.stringify([seed, stage, role, messages, prefix, sampling]);
  return Array.from({ length: request.n }, (_, index) => {
    const reply = script(request, seededRandom(`${key}/${String(ordinal + index)}`));
    if (reply === null) return null;
    const {
      text,
      finish = "end-of-turn",
      meanLogprob = null,
    } = typeof reply === "string" ? { text: reply } : reply;
    const ref = { callId: textId(`${key}/${String(ordinal)}`), index };
    return { ref, meanLogprob, ...cutAsAsked(text, finish, sampling) };
  }).filter((sample) => sample !== null);
}

/** Ends the text where an engine would: before the first stop text, or at the token limit. */
function cutAsAsked(
  text: string,
  finish: FinishReason,
  { stop, maxTokens }: SampleRequest["sampling"],
): Pick<Sample, "text" | "tokens" | "finish"> {
  const stops = stop.map((one) => text.indexOf(one)).filter((at) => at >= 0);
  const end = Math.min(text.length, ...stops);
  const most = maxTokens * CHARS_PER_TOKEN;
  const tokens = Math.ceil(Math.min(end, most) / CHARS_PER_TOKEN);
  if (end > most) return { text: text.slice(0, most), tokens, finish: "length" };
  return { text: text.slice(0, end), tokens, finish: end < text.length ? "stop-text" : finish };
}

function gradeBoxed(response: string, answer: string): Grade {
  const extracted = [...response.matchAll(/\\boxed\{([^{}]+)\}/g)].at(-1)?.[1] ?? null;
  if (extracted === null) return { verdict: "no-answer", extracted, rule: "scripted" };
  return { verdict: extracted === answer ? "correct" : "incorrect", extracted, rule: "scripted" };
}

type Delivery = <Answer>(answer: Answer) => Promise<Answer>;

const asAsked: Delivery = (answer) => Promise.resolve(answer);

/** Holds answers back and hands out one of those held, by chance, each turn of the event loop. */
function shuffledDelivery(seed: string): Delivery {
  const random = seededRandom(seed);
  const held: (() => void)[] = [];
  const handOut = () => {
    const [chosen] = held.splice(Math.floor(random() * held.length), 1);
    chosen?.();
    if (held.length > 0) setImmediate(handOut);
  };
  return (answer) =>
    new Promise((resolve) => {
      held.push(() => {
        resolve(answer);
      });
      if (held.length === 1) setImmediate(handOut);
    });
}
