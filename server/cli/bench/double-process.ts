/** The HTTP double as a process of its own, so that it takes no time from the one that is measured. It is asked over IPC. */
import process from "node:process";
import { startHttpDouble } from "@/server/models/scripted/http-double";
import { BENCH_TIMES } from "./bench-times";

const double = await startHttpDouble({ decode: BENCH_TIMES, keepSeen: false });
process.on("message", () => process.send?.(double.decoded()));
process.on("disconnect", () => process.exit(0));
process.send?.({ url: double.url });
