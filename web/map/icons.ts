// The marks of the map, drawn on a canvas in the palette's colours at the screen's resolution.
import { CATEGORY_FAMILIES, type CategoryFamily } from "#web/state/category-family.ts";
import type { Palette } from "./palette.ts";

export type Icon = {
  readonly name: string;
  readonly image: ImageData;
  readonly pixelRatio: number;
};

type Pen = CanvasRenderingContext2D;

/** All icons of the style. */
export function drawIcons(palette: Palette, pixelRatio: number): Icon[] {
  const icon = (name: string, size: number, draw: (pen: Pen) => void): Icon => ({
    name,
    image: paint(size, pixelRatio, draw),
    pixelRatio,
  });
  return [
    icon("site-certain-counted", 15, (pen) => dot(pen, palette, 4.5, [], palette.people)),
    icon("site-certain-unknown", 15, (pen) => dot(pen, palette, 5, [], palette.halo)),
    icon("site-possible-counted", 15, (pen) =>
      dot(pen, palette, 5, [2.6, 2], fade(palette.people)),
    ),
    icon("site-possible-unknown", 15, (pen) => dot(pen, palette, 5, [2.6, 2], palette.halo)),
    icon("ghost", 14, (pen) => ghost(pen, palette)),
    icon("landmark", 10, (pen) => {
      pen.fillStyle = palette.ink;
      pen.strokeStyle = palette.halo;
      pen.lineWidth = 1.5;
      pen.fillRect(-2.5, -2.5, 5, 5);
      pen.strokeRect(-3.2, -3.2, 6.4, 6.4);
    }),
    icon("arrow-head", 18, (pen) => arrowHead(pen, palette)),
    icon("barrier-post", 10, (pen) => {
      pen.strokeStyle = palette.barrier;
      pen.lineWidth = 1.6;
      line(pen, 0, -3, 0, 3);
    }),
    ...CATEGORY_FAMILIES.map((family) =>
      icon(`event-${family}`, 22, (pen) => eventMark(pen, palette, family)),
    ),
  ];
}

function paint(size: number, pixelRatio: number, draw: (pen: Pen) => void): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.round(size * pixelRatio);
  const pen = canvas.getContext("2d");
  if (!pen) return new ImageData(canvas.width, canvas.height);
  pen.scale(pixelRatio, pixelRatio);
  pen.translate(size / 2, size / 2);
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

const fade = (color: string) => `color-mix(in srgb, ${color} 45%, transparent)`;

function dot(pen: Pen, palette: Palette, radius: number, dash: number[], fill: string): void {
  pen.beginPath();
  pen.arc(0, 0, radius + 1.6, 0, 2 * Math.PI);
  pen.fillStyle = palette.halo;
  pen.globalAlpha = 0.9;
  pen.fill();
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
  pen.setLineDash(dash);
  pen.lineWidth = 2;
  pen.strokeStyle = palette.people;
  pen.stroke();
}

function ghost(pen: Pen, palette: Palette): void {
  pen.strokeStyle = palette.ghost;
  pen.lineWidth = 1.3;
  pen.beginPath();
  pen.arc(0, 0, 3.4, 0, 2 * Math.PI);
  pen.stroke();
  line(pen, -5, 5, 5, -5);
}

function arrowHead(pen: Pen, palette: Palette): void {
  pen.fillStyle = palette.ink;
  pen.strokeStyle = palette.halo;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(0, -6);
  pen.lineTo(4.5, 4);
  pen.lineTo(0, 1.8);
  pen.lineTo(-4.5, 4);
  pen.closePath();
  pen.stroke();
  pen.fill();
}

function eventMark(pen: Pen, palette: Palette, family: CategoryFamily): void {
  pen.beginPath();
  pen.arc(0, 0, 9, 0, 2 * Math.PI);
  pen.fillStyle = palette.halo;
  pen.fill();
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1;
  pen.stroke();
  pen.lineWidth = 2;
  pen.lineCap = "round";
  pen.fillStyle = palette.ink;
  drawGlyph(pen, family);
}

function drawGlyph(pen: Pen, family: CategoryFamily): void {
  switch (family) {
    case "removal":
      line(pen, -3.4, -3.4, 3.4, 3.4);
      line(pen, -3.4, 3.4, 3.4, -3.4);
      return;
    case "opening":
      line(pen, -4, 0, 4, 0);
      line(pen, 0, -4, 0, 4);
      return;
    case "protest":
      shape(pen, [
        [0, -5],
        [4.6, 3.6],
        [-4.6, 3.6],
      ]);
      return;
    case "power":
      shape(pen, [
        [-3.4, -3.4],
        [3.4, -3.4],
        [3.4, 3.4],
        [-3.4, 3.4],
      ]);
      return;
    case "harm":
      shape(pen, [
        [0, -5],
        [4.4, 0],
        [0, 5],
        [-4.4, 0],
      ]);
      return;
    case "crossing":
      line(pen, -2, -4, 2.6, 0);
      line(pen, 2.6, 0, -2, 4);
      return;
    case "other":
      pen.beginPath();
      pen.arc(0, 0, 3, 0, 2 * Math.PI);
      pen.fill();
  }
}

function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

function shape(pen: Pen, corners: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  for (const [x, y] of corners) pen.lineTo(x, y);
  pen.closePath();
  pen.fill();
}
