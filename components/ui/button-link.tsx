import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { buttonStyles } from "./button";
import { Link } from "./link";

type ButtonLinkProps = ComponentProps<typeof Link> & VariantProps<typeof buttonStyles>;

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={cn(buttonStyles({ variant, size }), className)} />;
}
