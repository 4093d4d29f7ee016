import type { Page } from "playwright-core";

type Point = { readonly x: number; readonly y: number };

/** Puts fingers on the screen, draws them all by the same way in ten steps, and lifts them. */
export async function drawFingers(page: Page, from: readonly Point[], by: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [...from]);
  for (let step = 1; step <= 10; step++)
    await send(
      "touchMove",
      from.map(({ x, y }) => ({ x: x + (by.x * step) / 10, y: y + (by.y * step) / 10 })),
    );
  await send("touchEnd", []);
  await session.detach();
}
