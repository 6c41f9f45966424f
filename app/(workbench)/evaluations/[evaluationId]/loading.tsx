import { SkeletonRows } from "@/components/ui/states";

export default function EvaluationLoading() {
  return <SkeletonRows rows={12} label="Reading the evaluation" />;
}
