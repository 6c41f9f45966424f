import { ensureBuild } from "./ensure-build";
import { failPlainly } from "./fail-plainly";
import { serve } from "./serve";

await failPlainly(async () => {
  await ensureBuild();
  const { url } = await serve({ dev: false });
  console.log(`SPHERE Workbench: ${url}`);
});
