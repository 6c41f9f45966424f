import { ensureBuild } from "./ensure-build";
import { serve, stopOnSignals } from "./serve";

ensureBuild();
const served = await serve({ dev: false });
stopOnSignals(served);
console.log(`SPHERE Workbench: ${served.url}`);
