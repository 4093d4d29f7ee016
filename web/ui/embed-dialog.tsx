export function EmbedDialog() {
  return null;
}
