"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useId, useSyncExternalStore } from "react";

const choices = [
  { value: "system", label: "As the system", icon: Monitor },
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
] as const;

const never = (): (() => void) => () => undefined;

/** System, light or dark; kept in this browser. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const name = useId();
  // The server cannot know the choice: nothing is marked until the browser has taken over.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset className="flex rounded-sm border border-rule">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ value, label, icon: Icon }) => (
        <label
          key={value}
          title={label}
          className="flex h-7 flex-1 cursor-pointer items-center justify-center text-ink-faint hover:text-accent has-checked:bg-accent-wash has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={inBrowser && theme === value}
            onChange={() => {
              setTheme(value);
            }}
            className="sr-only"
          />
          <Icon size={14} aria-hidden />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
