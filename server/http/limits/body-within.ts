/** The bytes of a request, if they are no more than that; what is beyond is not read. */
export async function bodyWithin(request: Request, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) return undefined;
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) return undefined;
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}
