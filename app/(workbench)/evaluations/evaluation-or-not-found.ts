import "server-only";

import { cache } from "react";
import { readQuery, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../problems/read-or-not-found";

/** The evaluation, read once a request; else the page's "not found". */
export const evaluationOrNotFound = cache((evaluationId: string) =>
  readOrNotFound(readQuery(trpc.evaluations.get.queryOptions({ evaluationId }))),
);
