import { readMe } from "@/server/accounts/me.service";
import { procedures, router } from "../init";

export const accountsRouter = router({
  /** Who looks at the page, and how they came in; null: nobody is signed in. */
  me: procedures.anyone.query(({ ctx }) => readMe(ctx)),
});
