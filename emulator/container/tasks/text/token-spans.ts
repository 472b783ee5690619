import type { Pipe } from "../../child/pipe.ts";
import { alignPieces, type Span } from "./offsets.ts";

/** The place of each token in its text; one that cannot be found is empty, behind the one before it. */
export function tokenSpans(pipe: Pipe, text: string, ids: number[]): Span[] {
  const unknown = pipe.tokenizer.unk_token_id;
  const pieces = ids.map((id) => (id === unknown ? null : pipe.tokenizer.decode([id], { skip_special_tokens: false })));
  let end = 0;
  return alignPieces(text, pieces).map((span) => {
    const placed = span ?? { start: end, end };
    end = placed.end;
    return placed;
  });
}
