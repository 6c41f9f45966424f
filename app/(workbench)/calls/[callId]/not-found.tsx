import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";

export default function NoSuchCall() {
  return (
    <>
      <PageHeader
        title="There is no such model call"
        lede="The address may be mistyped, or the data folder is another one."
      />
      <LinkButton href="/runs">See the runs</LinkButton>
    </>
  );
}
