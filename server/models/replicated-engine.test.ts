import { expect, it } from "vitest";
import { EngineError, type Engine } from "./engine";
import { replicatedEngine } from "./replicated-engine";

function engine(name: string, log: string[]) {
  const state = { down: false };
  const one: Engine = {
    sequences: 8,
    generate: () => Promise.reject(new Error("not asked")),
    renderPrompt() {
      log.push(name);
      if (state.down) return Promise.reject(new EngineError("unreachable", `${name} is down`));
      return Promise.resolve(`prompt of ${name}`);
    },
    close() {
      log.push(`${name} closed`);
      return Promise.resolve();
    },
  };
  return { state, named: { name, engine: one } };
}

it("renders by the replica that answered last, and by any other where it is down", async () => {
  const log: string[] = [];
  const [a, b] = [engine("a", log), engine("b", log)];
  const both = replicatedEngine([a.named, b.named]);
  expect(both.sequences).toBe(16);
  expect(await both.renderPrompt([])).toBe("prompt of a");
  a.state.down = true;
  expect(await both.renderPrompt([])).toBe("prompt of b");
  expect(await both.renderPrompt([])).toBe("prompt of b");
  b.state.down = true;
  await expect(both.renderPrompt([])).rejects.toThrow("a is down");
  await both.close();
  expect(log).toEqual(["a", "a", "b", "b", "b", "a", "b closed", "a closed"]);
});

it("is the engine itself where there is one, and says so where there is none", () => {
  const { named } = engine("a", []);
  expect(replicatedEngine([named])).toBe(named.engine);
  expect(() => replicatedEngine([])).toThrow(EngineError);
});
