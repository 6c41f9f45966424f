import { formatDuration, formatInteger, formatPercent } from "@/components/ui/format";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { PersonFigures, TeamFigures } from "@/server/review/team/figures";

/** Decisions and seconds of all together and of each person that the viewer may see. */
export function PeopleTable({ figures }: { readonly figures: TeamFigures }) {
  return (
    <>
      <Table label="Decisions and pace" minWidth="42rem">
        <THead>
          <Th>Who</Th>
          <Th align="right">Decisions</Th>
          <Th align="right">Accepted</Th>
          <Th align="right">Skips</Th>
          <Th align="right">In bulk</Th>
          <Th align="right">Adjudications</Th>
          <Th align="right">Time per item, median</Th>
          <Th align="right">9 of 10 within</Th>
        </THead>
        <TBody>
          <Row name="all together" person={figures.whole} />
          {figures.people.map((person, index) => (
            <Row key={`${String(index)} ${person.name ?? ""}`} name={person.name ?? "you"} person={person} />
          ))}
        </TBody>
      </Table>
      <p className="mt-2 text-sm text-ink-soft">
        Time with the item in view, of decisions made one at a time.
        {figures.people.some(({ name }) => name !== null)
          ? null
          : " Figures of other people are for administrators alone."}
      </p>
    </>
  );
}

function Row({ name, person }: { readonly name: string; readonly person: PersonFigures }) {
  const { readings, accepted, skipped, bulk, adjudicated, seconds } = person;
  return (
    <Tr>
      <Td>{name}</Td>
      <Td align="right">{formatInteger(readings)}</Td>
      <Td align="right">{formatPercent(accepted.estimate.value)}</Td>
      <Td align="right">{formatInteger(skipped)}</Td>
      <Td align="right">{formatInteger(bulk)}</Td>
      <Td align="right">{formatInteger(adjudicated)}</Td>
      <Td align="right" nowrap>
        {formatDuration(seconds === null ? null : seconds.median * 1000)}
      </Td>
      <Td align="right" nowrap>
        {formatDuration(seconds === null ? null : seconds.p90 * 1000)}
      </Td>
    </Tr>
  );
}
