/** Pairs of a reference and a candidate, by what a careful teacher would say. Written for this folder. */
export interface CaseGroup {
  readonly equal: readonly (readonly [reference: string, candidate: string])[];
  /** Refused or left open: either way never accepted. */
  readonly different: readonly (readonly [reference: string, candidate: string])[];
}
