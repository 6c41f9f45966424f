import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";

export default function NoSuchProblem() {
  return (
    <>
      <PageHeader
        title="The run has no such problem"
        lede="The address may be mistyped, or the run took other problems."
      />
      <LinkButton href="/runs">See the runs</LinkButton>
    </>
  );
}
