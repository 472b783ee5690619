"use client";

import { Camera as CameraIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

import { captureRefusal } from "./capture-refusal";
import { pngOf } from "./prepare-image";

/** Takes a picture with the camera of this device. */
export function Camera({ onFile }: { onFile: (file: Blob, name: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <CameraIcon aria-hidden="true" />
        Camera
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title="Take a picture">
        {isOpen ? (
          <View
            onPicture={(file) => {
              setOpen(false);
              onFile(file, "camera.png");
            }}
          />
        ) : null}
      </Dialog>
    </>
  );
}

function View({ onPicture }: { onPicture: (file: Blob) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let isGone = false;
    // Only served over https and to this machine itself: elsewhere there is no such object.
    const asked = navigator.mediaDevices?.getUserMedia({ video: { facingMode: "environment" } });
    if (!asked) setRefusal(captureRefusal("camera", null));
    asked?.then(
      (given) => {
        stream = given;
        if (isGone) return stopAll(given);
        if (video.current) video.current.srcObject = given;
      },
      (cause: unknown) => setRefusal(captureRefusal("camera", cause)),
    );
    return () => {
      isGone = true;
      stopAll(stream);
    };
  }, []);

  async function take() {
    const { current } = video;
    if (!current) return;
    const canvas = document.createElement("canvas");
    canvas.width = current.videoWidth;
    canvas.height = current.videoHeight;
    canvas.getContext("2d")?.drawImage(current, 0, 0);
    onPicture(await pngOf(canvas));
  }

  if (refusal) {
    return (
      <p role="alert" className="text-base">
        {refusal}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <video
        ref={video}
        autoPlay
        playsInline
        muted
        aria-label="What the camera sees"
        onLoadedData={() => setReady(true)}
        className="aspect-4/3 w-full rounded-control bg-inset object-contain"
      />
      <Button variant="primary" disabled={!isReady} onClick={() => void take()}>
        Take picture
      </Button>
    </div>
  );
}

/** Stops a camera or microphone, so that its light goes out. */
function stopAll(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
