import { ensureBuild } from "./ensure-build";
import { failPlainly } from "./fail-plainly";
import { serve } from "./serve";

await failPlainly(async () => {
  await ensureBuild();
  await serve({ dev: false, title: "SPHERE Workbench" });
});
