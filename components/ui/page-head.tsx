import type { ReactNode } from "react";

type PageHeadProps = {
  title: ReactNode;
  /** One line of what matters. */
  summary?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
  /** Everything else, behind a menu button. */
  menu?: ReactNode;
};

/** The top of a page: its only h1. */
export function PageHead({ title, summary, action, menu }: PageHeadProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-5">
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="text-xl font-semibold break-words">{title}</h1>
        {summary ? <div className="mt-0.5 max-w-[68ch] text-base text-muted">{summary}</div> : null}
      </div>
      {action || menu ? (
        <div className="flex items-center gap-2">
          {action}
          {menu}
        </div>
      ) : null}
    </header>
  );
}
