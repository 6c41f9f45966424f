"use client";

import { get, useFormState } from "react-hook-form";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { isRunFieldPath, RUN_FIELDS } from "../run-fields";

/** Beside the button: which fields must be mended, since they may be out of sight. */
export function FieldFaults() {
  const { errors } = useFormState<LaunchRunInput>();
  const faulty = Object.keys(RUN_FIELDS)
    .filter(isRunFieldPath)
    .filter((path) => get(errors, path) !== undefined);
  return (
    <p role="alert" className="text-sm text-danger">
      {faulty.length === 0
        ? null
        : `To be mended: ${faulty.map((path) => RUN_FIELDS[path].label.toLowerCase()).join(", ")}.`}
    </p>
  );
}
