"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";

import { taskById } from "@/catalog/tasks/select";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { cn } from "@/lib/cn";
import type { VariantDetail } from "@/lib/endpoints/detail-view";
import { endpointQueries } from "@/lib/endpoints/queries";
import { servedBy } from "@/lib/inference/chat/served";
import { payloadLimit } from "@/lib/inference/payload-limits";
import { buildRequest, type InferenceRequest } from "@/lib/inference/request";
import type { SnippetTarget } from "@/lib/inference/snippets";
import { promptTask } from "@/lib/inference/wire/prompt-task";
import type { CallRow } from "@/lib/playground/view";
import { problemIn } from "@/lib/problem-in";

import { AnswerPanel } from "./answer-panel";
import { CallOptionsFields } from "./call-options-fields";
import { ChatPanel } from "./chat/chat-panel";
import { TalkModeSwitch } from "./chat/talk-mode-switch";
import { useTalk } from "./chat/use-talk";
import { CompareColumns } from "./compare/compare-columns";
import { ComparePicker } from "./compare/compare-picker";
import { useCompared } from "./compare/use-compared";
import { useComparison } from "./compare/use-comparison";
import { ComponentField } from "./component-field";
import { SavedExamples } from "./examples/saved-examples";
import { useOpenedExample } from "./examples/use-opened-example";
import { HistoryPanel } from "./history/history-panel";
import { useOpenedCall } from "./history/use-opened-call";
import { InputPanel } from "./input-panel";
import { invocationRefusal } from "./invocation-refusal";
import { LaterPanel } from "./later/later-panel";
import { useSendLater } from "./later/use-send-later";
import { PlaygroundSkeleton } from "./playground-skeleton";
import { useCallOptions } from "./use-call-options";
import { useDraft } from "./use-draft";
import { useHostedComponent } from "./use-hosted-component";
import { useInvocation } from "./use-invocation";

const PARAMS = { task: parseAsString, call: parseAsString, example: parseAsString };

/** What the container was given as HF_MODEL_ID. */
function modelIdOf(variant: Pick<VariantDetail, "source"> | undefined): string | null {
  const source = variant?.source;
  if (source?.kind === "bundled") return `bundled/${source.id}`;
  return source?.kind === "hub" ? source.id : null;
}

/** Try an endpoint's model: a form for its task on one side, the answer drawn for people on the other. */
export function Playground({ target }: { target: SnippetTarget }) {
  const { id } = useWorkspace();
  const { endpointName } = target;
  const endpoint = useQuery(endpointQueries.detail(id, endpointName));
  const [{ task: chosenTask }, setParams] = useQueryStates(PARAMS);
  const opened = useOpenedCall();
  const saved = useOpenedExample();
  const hosted = useHostedComponent(endpoint.data);
  const main = hosted.component ?? endpoint.data?.variants.toSorted((a, b) => b.trafficShare - a.trafficShare)[0];
  const served = servedBy(hosted.component?.task ?? endpoint.data?.task ?? null, main?.container ?? null);
  const task = taskById(chosenTask ?? opened.call?.task ?? saved.example?.task ?? served.task ?? "");
  const image = main?.container?.image ?? null;
  const asked = promptTask(task, served);
  const { draft, isAsOpened, change, restore, keep, forget } = useDraft(asked, image, opened.call ?? saved.example);
  const invocation = useInvocation(endpointName);
  const later = useSendLater(endpointName);
  const compared = useCompared(endpointName);
  const comparison = useComparison(task?.id ?? null);
  const request = useMemo(() => buildRequest(asked, draft), [asked, draft]);
  const variants = endpoint.data?.variants.map((variant) => variant.name) ?? [];
  const { options, errors: optionErrors, error: optionError, setOptions } = useCallOptions(variants);
  const roleRefusal = useRefusal("endpoint:invoke");

  const talk = useTalk({
    task,
    served,
    model: main?.source ?? null,
    call: opened.call,
    isExample: saved.example !== null,
  });

  if (endpoint.isPending || hosted.isPending || opened.isLoading || saved.isLoading) return <PlaygroundSkeleton />;
  if (endpoint.isError) {
    return <ErrorPanel problem={problemIn(endpoint.error)} onRetry={() => void endpoint.refetch()} />;
  }
  const refusal = roleRefusal ?? invocationRefusal(endpoint.data) ?? hosted.refusal;
  const sentOptions = hosted.name ? { ...options, inferenceComponent: hosted.name } : options;

  const targets = [{ endpoint: endpointName, variant: options.targetVariant || null }, ...compared.targets];
  const isLater = endpoint.data.mode === "async";
  const isComparing = compared.targets.length > 0 && !opened.call && !isLater;
  const isRunning = invocation.isRunning || comparison.isRunning || later.isSending;

  function send(next: InferenceRequest) {
    if (refusal || isRunning) return;
    if (opened.call) {
      keep();
      void setParams({ call: null, task: task?.id ?? null });
      // Its answer appears beside the form that it was sent from.
      void talk.choose?.("prompt");
    }
    if (isLater) later.send({ request: next, task: task?.id ?? null });
    else if (compared.targets.length > 0) comparison.run(targets, next);
    else invocation.run({ request: next, task: task?.id ?? null, options: sentOptions });
  }

  /** Sends a request that was made from a failed one; the form shows it too. */
  function sendChanged(next: InferenceRequest) {
    send(next);
    const isSame = request.ok && next.body === request.request.body;
    if (!isSame && typeof next.body === "string") restore(next.body);
  }

  function open(call: CallRow) {
    invocation.reset();
    forget(call.id);
    if (talk.chosen === "prompt") void talk.choose?.(null);
    void setParams({ call: call.id, task: call.task, example: null });
  }

  function openExample(example: string) {
    invocation.reset();
    forget(example);
    void setParams({ example, call: null, task: task?.id ?? null });
  }

  const modeSwitch =
    !isLater && talk.mode && talk.choose ? (
      <TalkModeSwitch
        value={talk.isChat ? "chat" : "prompt"}
        onChange={(mode) => {
          // What no chat can show belongs to the form.
          if (mode === "chat" && !talk.canShowCall) void setParams({ call: null, example: null });
          void talk.choose?.(mode);
        }}
      />
    ) : null;
  const callOptions = (
    <>
      <ComponentField
        hosted={hosted}
        onChoose={(name) => {
          // The task, the call and the example in the address belonged to the component before.
          void setParams({ task: null, call: null, example: null });
          void hosted.choose(name);
        }}
      />
      <CallOptionsFields variants={variants} options={options} errors={optionErrors} onOptions={setOptions} />
    </>
  );
  if (task && talk.isChat && !isLater) {
    return (
      <div className="flex flex-col gap-4">
        {modeSwitch}
        <ChatPanel
          key={talk.shown?.call.id ?? "own"}
          target={target}
          dialect={talk.dialect}
          task={task}
          onTask={(next) => void setParams({ task: next })}
          refusal={refusal}
          callOptions={callOptions}
          options={sentOptions}
          optionError={optionError}
          shown={talk.shown}
          onBack={() => {
            void setParams({ call: null });
            void talk.choose?.("chat");
          }}
        />
        <HistoryPanel endpointName={endpointName} openId={talk.shown?.call.id ?? null} onOpen={open} />
      </div>
    );
  }
  return (
    <div className={cn("grid items-start gap-4", isComparing ? "grid-cols-1" : "lg:grid-cols-2")}>
      {modeSwitch ? <div className="lg:col-span-2">{modeSwitch}</div> : null}
      <InputPanel
        task={asked}
        modelId={modelIdOf(main)}
        onTask={(next) => void setParams({ task: next, example: null })}
        draft={draft}
        onDraft={change}
        request={optionError === null ? request : { ok: false, reason: optionError }}
        refusal={refusal}
        limit={payloadLimit(endpoint.data.mode, main?.container ?? null)}
        callOptions={isLater ? null : callOptions}
        onRun={() => {
          if (request.ok && optionError === null) send(request.request);
        }}
        isRunning={isRunning}
        runLabel={isLater ? "Send asynchronously" : "Run"}
        actions={
          isLater || hosted.isHosting ? null : (
            <ComparePicker endpoint={endpoint.data} taken={compared.targets} onAdd={compared.add} />
          )
        }
      >
        {task ? (
          <SavedExamples
            task={task.id}
            request={request.ok ? request.request : null}
            openId={opened.call ? null : (saved.example?.id ?? null)}
            onOpen={openExample}
          />
        ) : null}
      </InputPanel>
      <div className="flex min-w-0 flex-col gap-4">
        {isComparing ? (
          <CompareColumns targets={targets} task={task} comparison={comparison} onRemove={compared.remove} />
        ) : isLater && !opened.call ? (
          <LaterPanel task={asked} later={later} />
        ) : (
          <AnswerPanel
            task={asked}
            target={target}
            isServerless={endpoint.data.mode === "serverless"}
            invocation={invocation}
            onSend={sendChanged}
            shown={invocation.isRunning ? null : opened.call}
            draft={request.ok ? request.request : null}
            options={sentOptions}
            exampleId={isAsOpened && !opened.call ? (saved.example?.id ?? null) : null}
          />
        )}
        {opened.problem ? <ErrorPanel title="This call cannot be shown" problem={opened.problem} /> : null}
        {saved.problem ? <ErrorPanel title="This example cannot be shown" problem={saved.problem} /> : null}
        <HistoryPanel endpointName={endpointName} openId={opened.call?.id ?? null} onOpen={open} />
      </div>
    </div>
  );
}
