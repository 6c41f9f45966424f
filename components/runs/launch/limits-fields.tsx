"use client";

import { NumberField } from "./number-field";

/** What may stop the run, how much of the engine it may take, and when it gets its turn. */
export function LimitsFields() {
  return (
    <fieldset className="mt-8">
      <legend className="mb-2 font-medium">Limits and turn</legend>
      <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2 md:grid-cols-3">
        <NumberField path="tokenBudget" optional placeholder="no limit" />
        <NumberField path="timeBudgetMinutes" optional placeholder="no limit" />
        <NumberField path="maxInFlight" optional placeholder="no limit" />
        <NumberField path="priority" />
        <NumberField path="seed" />
      </div>
    </fieldset>
  );
}
