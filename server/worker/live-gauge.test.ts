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

  it("counts, of an engine that another run uses too, the part that its own samples have", () => {
    let tokens = 0;
    const model = openedModel(
      "a",
      counting(() => tokens),
    );
    const dispatcher: typeof model.dispatcher = {
      ...model.dispatcher,
      stats: () => ({ ...model.dispatcher.stats(), inFlight: 8 }),
      loadOf: (tenant) => ({ inFlight: tenant === "run" ? 2 : 6, waiting: 3 }),
    };
    const [own, other] = [createLiveGauge("run"), createLiveGauge("other")];
    for (const gauge of [own, other]) {
      gauge.watch([{ ...model, dispatcher }]);
      gauge.read(0);
    }
    // The first reading still takes the run for alone; what follows is told apart.
    tokens = 100;
    for (const gauge of [own, other]) gauge.read(6_000);
    tokens = 500;
    expect(own.read(7_000)).toEqual({ samplesInFlight: 2, callsWaiting: 3, tokensPerSecond: 100 });
    expect(other.read(7_000)).toEqual({ samplesInFlight: 6, callsWaiting: 3, tokensPerSecond: 300 });
  });

  it("leaves the rate out where an engine does not tell", () => {
    const gauge = createLiveGauge("run");
    gauge.watch([openedModel("a", createScriptedEngine("default"))]);
    gauge.read(0);
    expect(gauge.read(1_000)).toEqual({ samplesInFlight: 0, callsWaiting: 0, tokensPerSecond: null });
  });
});
