import type { ReactNode } from "react";

type EmptyFigureProps = {
  title: string;
  help?: ReactNode;
  actions?: ReactNode;
  /** Why there is nothing. */
  children: ReactNode;
};

/** Takes the place of a chart that has nothing to draw, and says why. */
export function EmptyFigure({ title, help, actions, children }: EmptyFigureProps) {
  return (
    <section aria-label={title} className="flex h-full flex-col">
      <div className="flex items-center gap-1">
        <span className="min-w-0 font-medium break-words">{title}</span>
        {help}
        <span className="ml-auto">{actions}</span>
      </div>
      <p className="flex flex-1 items-center justify-center py-6 text-center text-sm text-balance text-muted">
        {children}
      </p>
    </section>
  );
}
