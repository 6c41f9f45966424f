"use client";

import type { ReactNode } from "react";
import { AdvancedFields } from "./advanced-fields";
import { KindChoice } from "./kind-choice";
import { LimitsFields } from "./limits-fields";
import { PresetChoice } from "./preset-choice";
import { SearchFields } from "./search-fields";
import { useUsedFields } from "./use-used-fields";
import { WhatFields } from "./what-fields";

/** All fields that the chosen kind of run reads; the others keep their values. */
export function LaunchFields({ children }: { readonly children: ReactNode }) {
  const used = useUsedFields();
  return (
    <>
      <PresetChoice />
      <KindChoice />
      <WhatFields>{children}</WhatFields>
      {used.has("config.mode") ? <SearchFields /> : null}
      <LimitsFields />
      <AdvancedFields />
    </>
  );
}
