/**
 * Who may import whom (the table of server/decisions/0001-who-imports-whom.md). Each folder lists what it may
 * import; anything else inside the repository is an error.
 * Types may come from anywhere further: they vanish.
 */
const may = {
  "server/foundation": [],
  "server/math": [],
  "server/statistics": [],
  "server/sphere": ["server/math"],
  "server/problems": ["server/foundation", "server/math", "db"],
  "server/models": ["server/foundation", "server/math", "db"],
  "server/jobs": ["server/foundation", "db"],
  "server/runs": [
    "server/foundation",
    "server/jobs",
    "server/math",
    "server/sphere",
    "server/models",
    "server/problems",
    "db",
  ],
  "server/review": [
    "server/foundation",
    "server/accounts/accounts.schema",
    "server/math",
    "server/statistics",
    "server/runs",
    "server/sphere",
    "db",
  ],
  "server/evaluations": [
    "server/foundation",
    "server/accounts/accounts.schema",
    "server/math",
    "server/statistics",
    "server/jobs",
    "server/models",
    "server/problems",
    "server/sphere/prompts",
    "db",
  ],
  "server/accounts": ["server/foundation", "db"],
  "server/trpc": [
    "server/foundation",
    "server/accounts",
    "server/review",
    "server/problems",
    "server/models",
    "server/runs",
    "server/evaluations",
    "server/jobs",
    "server/sphere",
    "db/client",
  ],
};

const anywhereButOwn = (folder, allowed) => ({
  name: `from-${folder.replaceAll("/", "-")}`,
  comment: `${folder} may import only: ${["itself", ...allowed].join(", ")}.`,
  severity: "error",
  from: { path: `^${folder}/`, pathNot: "(\\.test\\.tsx?$|/testing/)" },
  to: {
    path: "^(app|components|server|db)/",
    pathNot: [folder, ...allowed].map((path) => `^${path}(/|\\.ts$)`),
    dependencyTypesNot: ["type-only"],
  },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "not-resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-dev-dependency-in-product",
      severity: "error",
      from: {
        path: "^(app|components|server|db)/",
        pathNot:
          "(\\.test\\.tsx?|/testing/.*|^app/_e2e/.*|^db/(testing|drizzle\\.config)\\.ts|^server/cli/.*)$",
      },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "pure-folders-use-no-packages",
      comment: "math, sphere and statistics are pure: no packages, no Node modules, no IO.",
      severity: "error",
      from: { path: "^server/(math|sphere|statistics)/", pathNot: "(\\.test\\.ts$|/testing/)" },
      to: { dependencyTypes: ["npm", "npm-dev", "core"] },
    },
    {
      name: "worker-and-cli-are-roots",
      comment: "Nobody imports the worker or the command line.",
      severity: "error",
      from: { pathNot: "^(server/(worker|cli)/|app/_e2e/)" },
      to: { path: "^server/(worker|cli)/" },
    },
    {
      name: "katex-only-in-components-math",
      severity: "error",
      from: { pathNot: "^components/math/" },
      to: { path: "node_modules/katex/" },
    },
    {
      name: "recharts-only-in-components-charts",
      severity: "error",
      from: { pathNot: "^components/charts/" },
      to: { path: "node_modules/recharts/" },
    },
    {
      name: "components-see-only-schemas-and-pure-code",
      comment: "components import components, *.schema.ts, pure code, and types.",
      severity: "error",
      from: { path: "^components/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^(app|server|db)/",
        pathNot: "(\\.schema\\.ts$|^server/(math|sphere|statistics)/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "app-sees-components-and-trpc",
      comment: "Pages compose; only app/api calls services, for what tRPC cannot carry.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/(api|_e2e)/" },
      to: {
        path: "^(server|db)/",
        pathNot: "(\\.schema\\.ts$|^server/trpc/rsc\\.tsx$|^server/(math|sphere|statistics)/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    ...Object.entries(may).map(([folder, allowed]) => anywhereButOwn(folder, allowed)),
    {
      name: "db-sees-only-status-lists",
      severity: "error",
      from: { path: "^db/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^server/",
        pathNot: "(\\.schema\\.ts$|^server/foundation/|^server/sphere/(io|types|config)\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules/\\.cache)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
