import { useTexts } from "../app-context.ts";

/** In the place of a part that is on its way; out of sight for as long as most take. */
export function PartLoading() {
  const { texts } = useTexts();
  return (
    <p class="part-loading" role="status">
      {texts.partLoading}
    </p>
  );
}
