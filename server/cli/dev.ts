import { failPlainly } from "./fail-plainly";
import { serve } from "./serve";

await failPlainly(async () => {
  await serve({ dev: true, title: "SPHERE Workbench (development)" });
});
