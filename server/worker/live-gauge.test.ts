import { describe, expect, it } from "vitest";
import type { Engine } from "@/server/models/engine";
import { createScriptedEngine } from "@/server/models/scripted/scripted-engine";
import { openedModel } from "@/server/runs/testing/scripted-run";
import { createLiveGauge } from "./live-gauge";

const counting = (tokens: () => number): Engine => ({
  ...createScriptedEngine("default"),
  generatedTokens: tokens,
});

describe("createLiveGauge", () => {
  it("says nothing before there is an engine", () => {
    expect(createLiveGauge("run").read(0)).toBeNull();
  });

  it("gives the rate over the last five seconds, of all engines together", () => {
    let tokens = 0;
    const gauge = createLiveGauge("run");
    gauge.watch([
      openedModel(
        "a",
        counting(() => tokens),
      ),
      openedModel(
        "b",
        counting(() => 2 * tokens),
      ),
    ]);
    const rates: (number | null | undefined)[] = [];
    for (let second = 0; second <= 12; second++) {
      tokens = second <= 6 ? 10 * second : 60;
      rates.push(gauge.read(second * 1000)?.tokensPerSecond);
    }
    expect(rates[0]).toBeNull();
    expect(rates[1]).toBe(30);
    expect(rates[6]).toBe(30);
    expect(rates[12]).toBe(0);
  });

  it("leaves the rate out where an engine does not tell", () => {
    const gauge = createLiveGauge("run");
    gauge.watch([openedModel("a", createScriptedEngine("default"))]);
    gauge.read(0);
    expect(gauge.read(1_000)).toEqual({ samplesInFlight: 0, callsWaiting: 0, tokensPerSecond: null });
  });
});
