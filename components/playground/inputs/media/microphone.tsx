"use client";

import { Mic, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";

import { captureRefusal } from "./capture-refusal";
import { toSpeechWav } from "./prepare-audio";

type Recording = { recorder: MediaRecorder; startedAt: number };
type Props = { onFile: (file: Blob, name: string) => void; onRefusal: (reason: string | null) => void };

/** Records with the microphone; what comes out is WAV, because the container takes no recording as browsers make it. */
export function Microphone({ onFile, onRefusal }: Props) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const current = useRef<MediaRecorder | null>(null);

  // Whoever leaves the page in the middle of it must not be listened to any longer.
  useEffect(() => () => stopListening(current.current), []);

  async function start() {
    onRefusal(null);
    try {
      // Only there over https and on this machine itself.
      if (!navigator.mediaDevices) return onRefusal(captureRefusal("microphone", null));
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const recorder = new MediaRecorder(stream);
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        stopListening(recorder);
        setRecording(null);
        void toSpeechWav(new Blob(parts, { type: recorder.mimeType })).then(
          (wav) => onFile(wav, "recording.wav"),
          () => onRefusal("Nothing was recorded. Speak a little longer, and try again."),
        );
      };
      recorder.start();
      current.current = recorder;
      setRecording({ recorder, startedAt: Date.now() });
    } catch (cause) {
      onRefusal(captureRefusal("microphone", cause));
    }
  }

  if (!recording) {
    return (
      <Button onClick={() => void start()}>
        <Mic aria-hidden="true" />
        Record
      </Button>
    );
  }
  return (
    <Button variant="danger" onClick={() => recording.recorder.stop()}>
      <Square aria-hidden="true" />
      Stop recording
      <span className="tabular-nums">
        <Elapsed from={recording.startedAt} />
      </span>
    </Button>
  );
}

function stopListening(recorder: MediaRecorder | null): void {
  for (const track of recorder?.stream.getTracks() ?? []) track.stop();
}
