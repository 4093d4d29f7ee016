// Pictures from the server, and the formats that the browser makes of them.

/** The picture was not made; the message is the server's own and names what is wrong. */
export class PictureRefused extends Error {
  override readonly name = "PictureRefused";
}

export async function fetchPicture(address: URL, signal?: AbortSignal): Promise<Blob> {
  const response = await fetch(address, signal ? { signal } : {});
  if (response.ok) return response.blob();
  const problem: unknown = await response.json().catch(() => null);
  const detail = (problem as { detail?: unknown } | null)?.detail;
  throw new PictureRefused(typeof detail === "string" ? detail : `HTTP ${response.status}`);
}

const JPEG_QUALITY = 0.92;

/** A PNG as WebP or JPEG; what is transparent becomes white in JPEG, which has no transparency. */
export async function convertPicture(png: Blob, type: "image/webp" | "image/jpeg"): Promise<Blob> {
  const bitmap = await createImageBitmap(png);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext("2d");
  if (!pen) throw new PictureRefused("no canvas");
  if (type === "image/jpeg") {
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  pen.drawImage(bitmap, 0, 0);
  bitmap.close();
  const made = await canvas.convertToBlob({ type, quality: JPEG_QUALITY });
  // A browser that does not know the format gives a PNG instead.
  if (made.type !== type) throw new PictureRefused(`this browser writes no ${type}`);
  return made;
}
