"use client";

import { Boxes, MessageSquareText, Rocket } from "lucide-react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { workspacePath } from "@/lib/routes";

/** What somebody does in a workspace where nothing runs yet: three steps, the second being the one to take. */
export function FirstSteps() {
  const { id, isEmulator } = useWorkspace();
  const refusal = useRefusal("endpoint:deploy");
  const steps = [
    {
      icon: Boxes,
      title: "Pick a container",
      text: "See which Hugging Face images exist for your framework, device and region, and why others do not fit.",
      link: { href: workspacePath(id, "/containers"), label: "Browse containers" },
    },
    {
      icon: Rocket,
      title: isEmulator ? "Deploy a bundled model" : "Deploy a model",
      text: isEmulator
        ? "Small models for most tasks come with the emulator. The sentiment model is in service within seconds."
        : "From the Hugging Face Hub or from an archive in S3. The form checks what fits before anything costs money.",
      link: { href: workspacePath(id, "/deploy"), label: "Deploy a model" },
    },
    {
      icon: MessageSquareText,
      title: "Try it",
      text: "Type a sentence in the playground and read the model's answer, drawn for people.",
      link: { href: workspacePath(id, "/playground"), label: "Open the playground" },
    },
  ];
  return (
    <section aria-labelledby="first-steps" className="rounded-panel border border-border bg-panel">
      <div className="px-5 pt-5">
        <h2 id="first-steps" className="text-lg font-semibold">
          Nothing runs here yet
        </h2>
        <p className="text-muted">Three steps lead to a model that answers.</p>
        {refusal ? <p className="mt-1 text-sm text-muted">Deploying: {refusal} Ask an administrator.</p> : null}
      </div>
      <ol className="mt-4 grid border-t border-border md:grid-cols-3">
        {steps.map(({ icon: Icon, title, text, link }, position) => (
          <li key={title} className="flex flex-col items-start gap-1 p-5 md:not-last:border-r max-md:not-last:border-b">
            <Icon aria-hidden="true" strokeWidth={1.5} className="mb-1 size-5 text-accent-text" />
            <h3 className="font-semibold">
              <span className="text-muted">{position + 1}.</span> {title}
            </h3>
            <p className="mb-3 flex-1 text-muted">{text}</p>
            <ButtonLink href={link.href} size="sm">
              {link.label}
            </ButtonLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
