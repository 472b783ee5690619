import type { Drawing } from "@/lib/inference/results/result";
import { TranscriptResult } from "./audio/transcript-result";
import { BoxesResult } from "./image/boxes-result";
import { SegmentsResult } from "./image/segments-result";
import { LabelsResult } from "./labels-result";
import { ChatResult } from "./text/chat-result";
import { EntitiesResult } from "./text/entities-result";
import { FilledMasksResult } from "./text/filled-masks-result";
import { GeneratedResult } from "./text/generated-result";
import { QuestionAnswersResult } from "./text/question-answers-result";
import { RewrittenResult } from "./text/rewritten-result";
import { TableAnswerResult } from "./text/table-answer-result";
import { VectorsResult } from "./vectors/vectors-result";

/** The answer to one input, drawn for people. */
export function DrawingView({ drawing }: { drawing: Drawing }) {
  switch (drawing.kind) {
    case "labels":
      return <LabelsResult drawing={drawing} />;
    case "entities":
      return <EntitiesResult drawing={drawing} />;
    case "filled-masks":
      return <FilledMasksResult drawing={drawing} />;
    case "question-answers":
      return <QuestionAnswersResult drawing={drawing} />;
    case "table-answer":
      return <TableAnswerResult drawing={drawing} />;
    case "vectors":
      return <VectorsResult drawing={drawing} />;
    case "rewritten":
      return <RewrittenResult drawing={drawing} />;
    case "generated":
      return <GeneratedResult drawing={drawing} />;
    case "chat":
      return <ChatResult drawing={drawing} />;
    case "boxes":
      return <BoxesResult drawing={drawing} />;
    case "segments":
      return <SegmentsResult drawing={drawing} />;
    case "transcript":
      return <TranscriptResult drawing={drawing} />;
  }
}
