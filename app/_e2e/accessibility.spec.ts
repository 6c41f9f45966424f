import { test } from "./fixtures/app";
import { expectNoBarriers } from "./fixtures/barriers";
import type { Places } from "./fixtures/places";
import { MODELS } from "./fixtures/seed";

const TWO_MODELS = `a=${MODELS.policy.id}&b=${MODELS.small.id}`;

const PAGES: readonly (readonly [name: string, address: (places: Places) => string])[] = [
  ["home", () => "/"],
  ["problem sets", () => "/problems?from=upload"],
  ["starter form", () => "/problems?from=starter"],
  ["problem set", ({ setId }) => `/problems/${setId}`],
  ["problem", ({ setId, problemId }) => `/problems/${setId}/${problemId}`],
  ["models", () => "/models"],
  ["runs", () => "/runs"],
  ["runs found", () => "/runs?q=looked&dry=with"],
  ["launch form", () => "/runs/new"],
  ["launch form of a clone", ({ runId }) => `/runs/new?from=${runId}`],
  ["launch form of a baseline", ({ runId }) => `/runs/new?baselineOf=${runId}&kind=rejection-sampling`],
  ["dry run", ({ runId }) => `/runs/new?try=${runId}`],
  ["two runs compared", ({ runId }) => `/runs/compare?a=${runId}&b=${runId}`],
  ["two runs to choose", () => "/runs/compare"],
  ["run", ({ runId }) => `/runs/${runId}`],
  ["run's events", ({ runId }) => `/runs/${runId}?tab=events`],
  ["run's errors", ({ runId }) => `/runs/${runId}?tab=errors`],
  ["run's settings", ({ runId }) => `/runs/${runId}?tab=settings`],
  ["problem of a run", ({ runId, problemId }) => `/runs/${runId}/problems/${problemId}`],
  ["pairs", ({ runId }) => `/runs/${runId}/pairs`],
  ["model call", ({ callId }) => `/calls/${callId}`],
  ["evaluations", () => "/evaluations"],
  ["launch form of an evaluation", () => "/evaluations/new?preset=standard"],
  ["evaluation", ({ evaluated: { evaluationId } }) => `/evaluations/${evaluationId}`],
  ["protocol", ({ evaluated: { evaluationId } }) => `/evaluations/${evaluationId}?tab=protocol`],
  [
    "item of an evaluation",
    ({ evaluated: { evaluationId, problemId } }) => `/evaluations/${evaluationId}/items/${problemId}`,
  ],
  [
    "call of an evaluation",
    ({ evaluated: { evaluationId, callId } }) => `/evaluations/${evaluationId}/calls/${callId}`,
  ],
  ["graders", () => "/evaluations/graders?state=all"],
  ["two models to choose", () => "/leaderboard/compare"],
  ["two models compared", () => `/leaderboard/compare?${TWO_MODELS}`],
  [
    "items of two models",
    ({ evaluated: { benchmarkId } }) => `/leaderboard/compare/items?${TWO_MODELS}&benchmark=${benchmarkId}`,
  ],
  [
    "item of two models",
    ({ evaluated: { benchmarkId, problemId } }) =>
      `/leaderboard/compare/items/${problemId}?${TWO_MODELS}&benchmark=${benchmarkId}`,
  ],
  ["one's own account", () => "/settings/account"],
  ["people", () => "/settings/people"],
  ["audit log", () => "/settings/audit"],
  ["nowhere", () => "/nowhere"],
];

for (const [name, address] of PAGES) {
  test(`${name}: no barrier in light or dark, no overflow on a phone`, async ({ page, places }) => {
    await page.goto(address(places));
    await expectNoBarriers(page);
  });
}
