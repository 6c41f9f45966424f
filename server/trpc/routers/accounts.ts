import { router } from "../init";

export const accountsRouter = router({});
