import { AxeBuilder } from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import { expect, type Locator, type Page } from "@playwright/test";
import { runProblems, treeNodes } from "@/db/schema";
import { test as base } from "./fixtures/app";
import { seedTree, type SeededTree } from "./fixtures/trees";
import { visit } from "./fixtures/visit";

const test = base.extend<object, { large: SeededTree; small: SeededTree }>({
  large: [
    async ({ app }, provide) => {
      await provide(seedTree(app, { nodes: 5_000 }));
    },
    { scope: "worker" },
  ],
  small: [
    async ({ app }, provide) => {
      await provide(seedTree(app, { nodes: 90 }));
    },
    { scope: "worker" },
  ],
});

const treeOf = (page: Page): Locator => page.getByRole("tree", { name: "Search tree" });
const selectedOf = (page: Page): Locator => treeOf(page).getByRole("treeitem", { selected: true });
const panelOf = (page: Page): Locator => page.getByRole("complementary", { name: "Selected step" });

/** Opens a tree and waits until it is drawn: from then on it answers to keys. */
async function openTree(page: Page, address: string): Promise<void> {
  await visit(page, address);
  await expect(treeOf(page).locator("canvas")).toHaveAttribute("width");
}

/** The node that the address names. */
const nodeIn = (page: Page): string | null => new URL(page.url()).searchParams.get("node");

test("a tree of 5,000 steps opens and is walked by keys", async ({ page, large }) => {
  await openTree(page, large.address);
  const selected = selectedOf(page);
  await expect(selected).toHaveAccessibleName(/^Statement; value 0\.\d\d, [\d,]+ of [\d,]+ rollouts right/);
  await treeOf(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(selected).toHaveAccessibleName(/^Step 1; value/);
  await expect(selected).toHaveAttribute("aria-level", "2");
  const first = await selected.getAttribute("id");
  await expect(treeOf(page)).toHaveAttribute("aria-activedescendant", first ?? "");
  await page.keyboard.press("ArrowDown");
  await expect(selected).toHaveAttribute("aria-posinset", "2");
  await expect(selected).toBeInViewport();
  await page.keyboard.press("ArrowUp");
  await expect(selected).toHaveAttribute("aria-posinset", "1");
  await page.keyboard.press("End");
  await expect(selected).toHaveAccessibleName(/ends here, (right|wrong|not decided)/);
  await expect.poll(() => nodeIn(page)).not.toBeNull();
  await page.keyboard.press("ArrowLeft");
  const above = large.inserted.grown.nodes;
  await expect.poll(() => above.find(({ id }) => id === nodeIn(page))?.chain ?? null).toBeNull();
  await page.keyboard.press("Space");
  await expect(selected).toHaveAttribute("aria-expanded", "false");
  await expect(selected).toHaveAccessibleName(/1 step folded away/);
  await page.keyboard.press("Enter");
  await expect(selected).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Home");
  await expect(selected).toHaveAccessibleName(/^Statement/);
  await page.keyboard.press("Enter");
  await expect(panelOf(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(treeOf(page)).toBeFocused();
});

test("all 5,000 steps can be unfolded, zoomed and moved through", async ({ page, large }) => {
  await openTree(page, large.address);
  await page.getByRole("button", { name: "Unfold all" }).click();
  await treeOf(page).focus();
  await page.keyboard.press("0");
  await page.keyboard.press("+");
  await page.keyboard.press("-");
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.mouse.move(500, 400);
  await page.mouse.down();
  await page.mouse.move(350, 300, { steps: 4 });
  await page.mouse.up();
  await page.mouse.wheel(40, 300);
  await treeOf(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(selectedOf(page)).toHaveAccessibleName(/^Step 1/);
  await expect(selectedOf(page)).toBeInViewport();
  await page.getByRole("button", { name: "Fold", exact: true }).click();
  await expect(page.getByRole("button", { name: "Unfold all" })).toBeVisible();
});

test("search finds steps, counts them and walks them; typing moves nothing", async ({ page, large }) => {
  await openTree(page, large.address);
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Search the steps" });
  await expect(search).toBeFocused();
  const steps = large.inserted.grown.nodes.filter(({ step }) => step.includes("pens"));
  await search.fill("");
  await page.keyboard.type("PENS");
  await expect(page.getByRole("search")).toContainText(`${steps.length} matches`);
  await expect(selectedOf(page)).toHaveAccessibleName(/^Statement/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("search")).toContainText(`1 of ${steps.length}`);
  await expect(selectedOf(page)).toHaveAccessibleName(/matches the search.*pens/s);
  await expect(selectedOf(page).getByText("pens", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(treeOf(page)).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.getByRole("search")).toContainText(`2 of ${steps.length}`);
  await page.keyboard.press("Shift+N");
  await expect(page.getByRole("search")).toContainText(`1 of ${steps.length}`);
  await expect(page).toHaveURL(/[?&]q=PENS/);
  await page.reload();
  await expect(search).toHaveValue("PENS");
  await expect(page.getByRole("search")).toContainText(`1 of ${steps.length}`);
  await search.fill("no such step");
  await expect(page.getByRole("search")).toContainText("no match");
});

test("a filter by verdict leaves the others out, and stays in the address", async ({ page, small }) => {
  await openTree(page, small.address);
  await page.getByRole("button", { name: "Unfold all" }).click();
  const filter = page.getByRole("combobox", { name: "Ends that are not dimmed" });
  await filter.selectOption("right");
  await expect(page).toHaveURL(/[?&]ends=right/);
  const items = treeOf(page).getByRole("treeitem");
  await expect(items.filter({ hasText: "wrong" }).first()).toHaveAccessibleName(/left out by the filter/);
  const right = treeOf(page)
    .getByRole("treeitem", { name: /ends here, right/ })
    .first();
  await expect(right).not.toHaveAccessibleName(/left out/);
  await page.reload();
  await expect(filter).toHaveValue("right");
  await filter.selectOption("all");
  await expect(treeOf(page).getByRole("treeitem", { name: /left out/ })).toHaveCount(0);
});

test("pruned branches are folded with their reasons, and unfold", async ({ page, small }) => {
  await openTree(page, small.address);
  const pruned = treeOf(page).getByRole("treeitem", { name: /; pruned: / });
  await expect(pruned).toHaveCount(0);
  await treeOf(page).focus();
  await page.keyboard.press("ArrowRight");
  const beside = Number(await selectedOf(page).getAttribute("aria-setsize"));
  for (let at = 1; at < beside; at++) await page.keyboard.press("ArrowDown");
  await expect(selectedOf(page)).toHaveAccessibleName(/^\d+ pruned: .*folded away/);
  await expect(selectedOf(page)).toHaveAttribute("aria-expanded", "false");
  await selectedOf(page).click();
  await expect(selectedOf(page)).toHaveAttribute("aria-expanded", "true");
  await expect(pruned.first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(selectedOf(page)).toHaveAccessibleName(/folded away/);
  await expect(pruned).toHaveCount(0);
});

test("a link opens a step with all that is known of it", async ({ page, small }) => {
  const { grown, runId } = small.inserted;
  const node = grown.chains[0]?.end;
  if (node === undefined) throw new Error("The tree has no chain.");
  await openTree(page, `${small.address}?node=${node.id}`);
  await expect(selectedOf(page)).toHaveAccessibleName(new RegExp(`^Step ${node.depth}; value`));
  await expect(selectedOf(page)).toBeInViewport();
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(`Step ${node.depth}`);
  await expect(panel).toContainText(`${node.wins} of ${node.visits} rollouts right`);
  await expect(panel.getByRole("heading", { name: /^Chains through it: \d+ of \d+ right/ })).toBeVisible();
  await treeOf(page).focus();
  await page.keyboard.press("r");
  await expect(panel.getByRole("region", { name: "Raw text of the step" })).toContainText(
    node.step.trim().slice(0, 30),
  );
  await page.keyboard.press("r");
  await panel.getByText("Prompt: 1 message").click();
  await expect(panel.getByText("Solve it step by step.")).toBeVisible();
  await panel.getByText(/^Raw text: 12 tokens/).click();
  await expect(panel.getByText(`Raw text of sample ${node.sample}.`)).toBeVisible();
  await panel.getByRole("link", { name: /^Call to solve, sample/ }).click();
  await expect(page).toHaveURL(/\/calls\/call_/);
  await page.goBack();
  await expect(panel.getByRole("link", { name: "Chain 1", exact: true })).toHaveAttribute(
    "href",
    new RegExp(`/runs/${runId}/problems/.*#chain-`),
  );
});

test("the growth is replayed step by step, with the counts of the moment", async ({ page, small }) => {
  const { growth, nodes } = small.inserted.grown;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openTree(page, small.address);
  await page.getByRole("button", { name: "Replay the growth" }).click();
  const replay = page.getByRole("group", { name: "Replay" });
  await replay.getByRole("button", { name: "Pause" }).click();
  await replay.getByRole("slider", { name: "Step of the growth" }).fill("0");
  await expect(replay).toContainText("Before the search: the statement alone.");
  await expect(selectedOf(page)).toHaveAccessibleName(/^Statement; no rollout/);
  await expect(
    treeOf(page)
      .getByRole("treeitem", { name: /^Step 1; not there yet/ })
      .first(),
  ).toBeAttached();
  await page.keyboard.press(".");
  const samples = growth[0]?.counted ?? [];
  const right = samples.filter((sample) => sample.right).length;
  await expect(replay).toContainText(`First samples: ${samples.length} solutions`);
  await expect(selectedOf(page)).toHaveAccessibleName(
    new RegExp(`^Statement; value .*, ${right} of ${samples.length} rollouts right`),
  );
  await replay.getByRole("button", { name: "Forward" }).click();
  await expect(replay).toContainText("Expansion from the statement: 5 candidates");
  await page.keyboard.press(",");
  await expect(replay).toContainText(`1 of ${growth.length}`);
  await replay.getByRole("slider", { name: "Step of the growth" }).fill(String(growth.length));
  await expect(selectedOf(page)).toHaveAccessibleName(
    new RegExp(`${nodes[0]?.wins} of ${nodes[0]?.visits} rollouts right`),
  );
  await replay.getByRole("button", { name: "Leave the replay" }).click();
  await expect(page.getByRole("button", { name: "Replay the growth" })).toBeVisible();
});

test("a run without a log is replayed by its chains", async ({ app, page }) => {
  const { address } = seedTree(app, { nodes: 60, log: false });
  await openTree(page, address);
  await expect(page.getByText("one a chain: this run kept no log of its search")).toBeVisible();
  await page.getByRole("button", { name: "Replay the growth" }).click();
  await page.getByRole("button", { name: "Last" }).click();
  await expect(page.getByRole("group", { name: "Replay" })).toContainText("Rollouts from");
});

test("the problem page leads to the tree and to the path of a chain", async ({ page, small }) => {
  const { runId, problemId, chainId, grown } = small.inserted;
  await visit(page, `/runs/${runId}/problems/${problemId}`);
  const link = page.getByRole("link", { name: "Path in the tree" }).first();
  const address = new URL((await link.getAttribute("href")) ?? "", page.url());
  const chain = address.searchParams.get("chain") ?? "";
  const end = grown.chains.find((_, at) => chainId(at) === chain)?.end;
  await link.click();
  await expect(page).toHaveURL(address.href);
  await expect(selectedOf(page)).toHaveAccessibleName(new RegExp(`^Step ${end?.depth}; .*ends here`));
  await expect(page.getByRole("combobox", { name: "Path that is lit" })).toHaveValue(chain);
  await page.getByRole("link", { name: /^Problem / }).click();
  await page.getByRole("link", { name: "Look into the tree" }).click();
  await expect(treeOf(page)).toBeVisible();
});

test("a step that is not there, a tree that is not there, and one that still grows", async ({
  app,
  page,
  small,
}) => {
  await openTree(page, `${small.address}?node=node_none`);
  await expect(
    page.getByRole("alert").filter({ hasText: "This tree has no step of that address" }),
  ).toBeVisible();
  await expect(selectedOf(page)).toHaveAccessibleName(/^Statement/);
  const growing = seedTree(app, { nodes: 30, status: "active" });
  const { runId, grown } = growing.inserted;
  const rows = app.db.select().from(treeNodes).where(eq(treeNodes.runId, runId)).all();
  app.db.delete(treeNodes).where(eq(treeNodes.runId, runId)).run();
  await visit(page, growing.address);
  await expect(page.getByText("No tree yet")).toBeVisible();
  app.db.insert(treeNodes).values(rows).run();
  await expect(selectedOf(page)).toHaveAccessibleName(
    new RegExp(`of ${grown.nodes[0]?.visits} rollouts right`),
  );
  app.db.update(runProblems).set({ status: "done" }).where(eq(runProblems.runId, runId)).run();
});

test("the keys are listed, and no barrier stands in light, in dark or on a phone", async ({
  page,
  small,
}) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await openTree(page, small.address);
  await expect(panelOf(page).getByRole("heading", { name: /^Pairs from it/ })).toBeVisible();
  const barriers = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
      .analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  };
  expect(await barriers()).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await barriers()).toEqual([]);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("next or previous match");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = (): Promise<number> =>
    page.evaluate(() => (document.scrollingElement?.scrollWidth ?? Infinity) - window.innerWidth);
  await expect.poll(overflow).toBeLessThanOrEqual(0);
  await selectedOf(page).click();
  const sheet = page.getByRole("dialog", { name: "Selected step" });
  await expect(sheet.getByRole("heading", { name: "The statement" })).toBeVisible();
  await expect.poll(overflow).toBeLessThanOrEqual(0);
  expect(await barriers()).toEqual([]);
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toBeHidden();
});
