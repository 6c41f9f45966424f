import { failPlainly } from "./fail-plainly";
import { serve } from "./serve";

await failPlainly(async () => {
  const { url } = await serve({ dev: true });
  console.log(`SPHERE Workbench (development): ${url}`);
});
