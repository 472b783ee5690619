import { TransformGone } from "@/components/batch/transform-gone";

export default function TransformJobNotFound() {
  return (
    <main>
      <TransformGone />
    </main>
  );
}
