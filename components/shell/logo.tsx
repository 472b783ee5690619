/** The console's mark: a model in its container, with one way out. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className} fill="none">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path d="M22.6 10.6A8.5 8.5 0 1 0 22.6 21.4" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M16 16h10" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="16" cy="16" r="3.4" fill="#fff" />
    </svg>
  );
}
