"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu, Search, X } from "lucide-react";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { CommandPalette } from "./command-palette";
import { Mark } from "./mark";
import { NavLinks } from "./nav-links";
import { ThemeSwitch } from "./theme-switch";

export interface ShellProps {
  /** Stands beside the search on every page: what is new. */
  readonly notices?: ReactNode;
  /** Beside it: who looks at the page. */
  readonly account?: ReactNode;
  readonly children: ReactNode;
}

/** Sidebar on wide windows, bar and drawer on narrow ones; the page in between. */
export function Shell({ notices, account, children }: ShellProps) {
  const [paletteOpen, setPaletteOpen] = useState(false);
  const openPalette = (): void => {
    setPaletteOpen(true);
  };
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-sm bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b border-rule bg-paper px-4 lg:hidden">
        <HomeLink />
        <span className="flex-1" />
        {notices}
        {account}
        <IconButton label="Go to a page or a run" onClick={openPalette}>
          <Search size={17} aria-hidden />
        </IconButton>
        <Drawer />
      </header>
      <aside
        aria-label="Workbench"
        className="sticky top-0 hidden h-dvh flex-col border-r border-rule py-5 lg:flex"
      >
        <div className="px-4">
          <HomeLink />
        </div>
        <div className="mt-6 flex-1 overflow-y-auto">
          <NavLinks />
        </div>
        <div className="flex flex-col gap-3 px-4">
          <div className="flex flex-col gap-1">
            {notices}
            {account}
          </div>
          <button
            type="button"
            onClick={openPalette}
            className="flex h-7 items-center gap-2 rounded-sm border border-rule px-2 text-sm text-ink-faint hover:border-rule-strong hover:text-ink"
          >
            <Search size={13} aria-hidden />
            <span className="flex-1 text-left">Go to</span>
            <Kbd>Ctrl K</Kbd>
          </button>
          <ThemeSwitch />
        </div>
      </aside>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-7xl min-w-0 px-4 py-6 outline-none sm:px-8 lg:py-8"
      >
        {children}
      </main>
      <CommandPalette open={paletteOpen} onOpenChange={setPaletteOpen} />
    </div>
  );
}

function HomeLink() {
  return (
    <Link
      href="/"
      className="inline-flex items-center gap-2.5 font-serif text-lg font-semibold"
      aria-label="SPHERE Workbench, home"
    >
      <Mark />
      Sphere
    </Link>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

const iconButtonClass =
  "flex size-9 items-center justify-center rounded-sm text-ink-soft hover:bg-accent-wash hover:text-accent";

function IconButton({ label, onClick, children }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} onClick={onClick} className={iconButtonClass}>
      {children}
    </button>
  );
}

function Drawer() {
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
      }}
    >
      <Dialog.Trigger aria-label="Menu" className={iconButtonClass}>
        <Menu size={19} aria-hidden />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup className="fixed inset-y-0 right-0 z-50 flex w-64 max-w-[85vw] flex-col border-l border-rule-strong bg-paper py-2 text-ink">
          <div className="flex items-center justify-between pr-3 pl-4">
            <Dialog.Title className="font-serif text-lg font-semibold">Menu</Dialog.Title>
            <Dialog.Close aria-label="Close the menu" className={iconButtonClass}>
              <X size={18} aria-hidden />
            </Dialog.Close>
          </div>
          <div className="mt-3 flex-1 overflow-y-auto">
            <NavLinks onNavigate={close} />
          </div>
          <div className="px-4 pb-3">
            <ThemeSwitch />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
