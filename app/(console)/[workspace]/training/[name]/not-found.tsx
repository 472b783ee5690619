import { TrainingGone } from "@/components/training/training-gone";

export default function TrainingJobNotFound() {
  return (
    <main>
      <TrainingGone />
    </main>
  );
}
