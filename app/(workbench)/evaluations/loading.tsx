import { SkeletonRows } from "@/components/ui/states";

export default function EvaluationsLoading() {
  return <SkeletonRows rows={6} rowHeight="5.5rem" label="Reading the evaluations" />;
}
