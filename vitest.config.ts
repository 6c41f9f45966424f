import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)) };
const real = "**/*.real.test.ts";

/** `unit` is everything that needs no model; `real` runs the 135M model. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          testTimeout: 30_000,
          include: ["{server,db,components,app}/**/*.test.{ts,tsx}"],
          exclude: [real, "**/node_modules/**"],
        },
      },
      {
        resolve: { alias },
        test: { name: "real", include: [real], testTimeout: 180_000, hookTimeout: 600_000 },
      },
    ],
  },
});
