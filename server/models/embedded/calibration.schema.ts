import { z } from "zod";

const count = z.number().int().min(1);

export const layoutSchema = z.object({
  /** llama.cpp contexts; each decodes its sequences in one batch on threads of its own. */
  contexts: count,
  threadsPerContext: count,
  sequencesPerContext: count,
  /** Most tokens of one sequence, prompt and answer together. */
  contextTokens: count,
});
export type EmbeddedLayout = z.infer<typeof layoutSchema>;

export const triedLayoutSchema = z.object({
  layout: layoutSchema,
  /** Generated tokens a second over all sequences; 0 where the layout did not fit into memory. */
  tokensPerSecond: z.number().nonnegative(),
});
export type TriedLayout = z.infer<typeof triedLayoutSchema>;

/** The best layout for one file on one machine, as it was measured there. */
export const calibrationSchema = triedLayoutSchema.extend({
  /** Milliseconds since the epoch. */
  measuredAt: z.number().int(),
  /** Processor and its cores, as in "AMD EPYC × 2". */
  machine: z.string(),
  /** Size of the file that was measured. */
  fileBytes: z.number().int().nonnegative(),
  /** In the order of measuring. */
  tried: z.array(triedLayoutSchema).readonly(),
});
export type Calibration = z.infer<typeof calibrationSchema>;
