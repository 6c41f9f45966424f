import pino from "pino";

export type Logger = pino.Logger;

/** Structured lines on standard error; `name` is the process or part that speaks. */
export function createLogger(name: string, level: string): Logger {
  return pino({ name, level, base: { name } }, pino.destination(2));
}
