import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures/app";
import type { Places } from "./fixtures/places";

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
  ["nowhere", () => "/nowhere"],
];

/** What keeps a person from the page, as axe words it: rule, elements. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
    );
}

for (const [name, address] of PAGES) {
  test(`${name}: no barrier in light or dark, no overflow on a phone`, async ({ page, places }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(address(places));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    expect(await barriers(page)).toEqual([]);

    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(await barriers(page)).toEqual([]);

    await page.setViewportSize({ width: 360, height: 740 });
    await expect
      .poll(() =>
        page.evaluate(() => (document.scrollingElement?.scrollWidth ?? Infinity) - window.innerWidth),
      )
      .toBeLessThanOrEqual(0);
  });
}
