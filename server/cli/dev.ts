import { serve, stopOnSignals } from "./serve";

const served = await serve({ dev: true });
stopOnSignals(served);
console.log(`SPHERE Workbench (development): ${served.url}`);
