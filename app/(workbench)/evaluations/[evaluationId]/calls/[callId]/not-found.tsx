import { evaluationsPath } from "@/components/evaluations/paths";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";

export default function NoSuchCall() {
  return (
    <>
      <PageHeader
        title="The evaluation has no such model call"
        lede="The address may be mistyped, or the call failed and its item was tried again."
      />
      <LinkButton href={evaluationsPath()}>See the evaluations</LinkButton>
    </>
  );
}
