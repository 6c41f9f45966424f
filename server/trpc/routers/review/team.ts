import { router } from "../../init";

/** What the team learns from its decisions. */
export const teamRouter = router({});
