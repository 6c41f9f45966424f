import Link from "next/link";
import { AnswerText } from "@/components/math";
import { formatCount, formatInteger } from "@/components/ui/format";
import { KeyValueList, Section } from "@/components/ui/page";
import { Code } from "@/components/ui/raw-text";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { gradingWords } from "./grading-words";
import type { SetDetail } from "./types";

/** How answers to the set are graded where the plain rules do not fit, and which references are known to be bad. */
export function RulesSection({ set }: { readonly set: SetDetail }) {
  const { grading, range, items, itemCount, references } = set.rules;
  const general = [
    ...gradingWords(grading),
    ...(range === null ? [] : [`references are whole numbers from ${range[0]} to ${range[1]}`]),
  ];
  if (general.length + items.length + references.length === 0) return null;
  return (
    <Section
      id="rules"
      title="How answers are graded"
      lede={
        set.kind === "benchmark"
          ? "Evaluations grade by these rules; what is not said here is as for any set."
          : "Runs grade by the answers as they stand in the file; the corrections are for evaluations, and for you to know."
      }
    >
      <KeyValueList
        items={[
          ...(general.length === 0 ? [] : [{ key: "All answers", value: general.join("; ") }]),
          { key: "Several answers", value: "in any order where no brackets bind them" },
        ]}
      />
      {items.length === 0 ? null : <Items set={set} items={items} itemCount={itemCount} />}
      {references.length === 0 ? null : <References set={set} references={references} />}
    </Section>
  );
}

type Rules = SetDetail["rules"];

function Items({ set, items, itemCount }: { readonly set: SetDetail } & Pick<Rules, "items" | "itemCount">) {
  return (
    <div className="mt-6">
      <h3 className="mb-2 font-medium">
        {formatCount(itemCount, "item")} graded otherwise
        {itemCount > items.length ? `, the first ${formatInteger(items.length)} listed` : ""}
      </h3>
      <Table label="Items graded otherwise" maxHeight="28rem" minWidth="34rem">
        <THead>
          <Th width="12rem">Item</Th>
          <Th>Rule</Th>
          <Th>Said by</Th>
        </THead>
        <TBody>
          {items.map((item) => (
            <Tr key={item.problemId}>
              <Td>
                <ItemLink set={set} item={item} />
              </Td>
              <Td>{gradingWords(item.grading).join("; ")}</Td>
              <Td nowrap>{item.ownLine ? "its own line" : "the benchmark"}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  );
}

function References({ set, references }: { readonly set: SetDetail } & Pick<Rules, "references">) {
  return (
    <div className="mt-6">
      <h3 className="mb-2 font-medium">{formatCount(references.length, "known bad reference")}</h3>
      <Table label="Known bad references" maxHeight="28rem" minWidth="44rem">
        <THead>
          <Th>Item</Th>
          <Th>In the file</Th>
          <Th>Graded against</Th>
          <Th>Why</Th>
        </THead>
        <TBody>
          {references.map((reference) => (
            <Tr key={reference.problemId}>
              <Td nowrap>
                <ItemLink set={set} item={reference} />
              </Td>
              <Td>
                <Code>{reference.answer}</Code>
              </Td>
              <Td>
                {reference.corrected === null ? (
                  "nothing: it counts nowhere"
                ) : (
                  <AnswerText text={reference.corrected} />
                )}
              </Td>
              <Td>{reference.reason}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  );
}

interface ItemLinkProps {
  readonly set: SetDetail;
  readonly item: { readonly problemId: string; readonly externalId: string };
}

function ItemLink({ set, item }: ItemLinkProps) {
  return (
    <Link href={`/problems/${set.id}/${item.problemId}`} prefetch={false} className="link wrap-anywhere">
      {item.externalId}
    </Link>
  );
}
