import type { TeamFigures as Figures } from "@/server/review/team/figures";
import type { TeamFilter } from "@/server/review/team/team.schema";
import { AcceptanceSection } from "./acceptance-section";
import { AgreementSection } from "./agreement-section";
import { BiasSection } from "./bias-section";
import { CalibrationSection } from "./calibration-section";
import { ConfusionSection } from "./confusion-section";
import { CountsList } from "./counts-list";
import { GoldSection } from "./gold-section";
import { PaceSection } from "./pace-section";
import { ReasonsSection } from "./reasons-section";

export interface TeamFiguresProps {
  readonly figures: Figures;
  readonly filter: TeamFilter;
}

/** All figures, the most asked for first. */
export function TeamFigures({ figures, filter }: TeamFiguresProps) {
  return (
    <>
      <CountsList counts={figures.counts} />
      <AgreementSection agreement={figures.agreement} />
      <ConfusionSection confusions={figures.confusions} />
      <BiasSection figures={figures} />
      <GoldSection figures={figures} />
      <AcceptanceSection figures={figures} />
      <CalibrationSection calibration={figures.calibration} />
      <ReasonsSection reasons={figures.reasons} />
      <PaceSection figures={figures} filter={filter} />
    </>
  );
}
