"use client";

import { Maximize, Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { Box } from "./layout";
import { zoom, zoomToFit } from "./zoom";
import type { Viewport } from "./viewport";

interface ZoomButtonsProps {
  readonly viewport: Viewport;
  readonly bounds: Box;
}

/** Larger, smaller, all of it. */
export function ZoomButtons({ viewport, bounds }: ZoomButtonsProps) {
  return (
    <fieldset
      aria-label="Zoom"
      className="absolute right-2 bottom-2 flex flex-col divide-y divide-rule rounded-sm border border-rule-strong bg-raised"
    >
      <ZoomButton
        label="Zoom in"
        onClick={() => {
          zoom(viewport, "in");
        }}
      >
        <Plus size={15} aria-hidden />
      </ZoomButton>
      <ZoomButton
        label="Zoom out"
        onClick={() => {
          zoom(viewport, "out");
        }}
      >
        <Minus size={15} aria-hidden />
      </ZoomButton>
      <ZoomButton
        label="Fit the tree"
        onClick={() => {
          zoomToFit(viewport, bounds);
        }}
      >
        <Maximize size={14} aria-hidden />
      </ZoomButton>
    </fieldset>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function ZoomButton({ label, onClick, children }: ZoomButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="flex size-8 items-center justify-center text-ink-soft hover:bg-accent-wash hover:text-accent"
    >
      {children}
    </button>
  );
}
