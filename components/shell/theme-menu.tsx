"use client";

import { Monitor, Moon, Sun } from "lucide-react";

import { Menu, MenuRadio } from "@/components/ui/menu";

import { chooseTheme, type Theme } from "./theme";
import { useTheme } from "./use-theme";

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;
const CHOICES = [
  { value: "system", label: "Like the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const satisfies readonly { value: Theme; label: string }[];

/** Light, dark, or like the system. */
export function ThemeMenu() {
  const theme = useTheme();
  const Icon = ICONS[theme];
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label="Theme"
          className="inline-flex size-8 items-center justify-center rounded-control text-muted transition-colors hover:bg-hover hover:text-foreground max-sm:size-9"
        >
          <Icon aria-hidden="true" className="size-4" />
        </button>
      }
    >
      <MenuRadio label="Theme" value={theme} onChange={chooseTheme} choices={CHOICES} />
    </Menu>
  );
}
