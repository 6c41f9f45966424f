import { evaluationsPath } from "@/components/evaluations/paths";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";

export default function NoSuchEvaluation() {
  return (
    <>
      <PageHeader
        title="There is no such evaluation"
        lede="The address may be mistyped, or it was removed, or the data folder is another one."
      />
      <LinkButton href={evaluationsPath()}>See the evaluations</LinkButton>
    </>
  );
}
