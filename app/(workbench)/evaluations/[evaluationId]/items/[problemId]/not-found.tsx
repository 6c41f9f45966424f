import { evaluationsPath } from "@/components/evaluations/paths";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";

export default function NoSuchItem() {
  return (
    <>
      <PageHeader
        title="The evaluation has no such item"
        lede="The address may be mistyped, or the evaluation took other problems of the benchmark."
      />
      <LinkButton href={evaluationsPath()}>See the evaluations</LinkButton>
    </>
  );
}
