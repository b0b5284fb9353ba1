import { type Area, type Edits, overlap, type Place, placeAt, type Span } from './edits.ts';

/**
 * Draws over what must not be seen. What is under an area is averaged down to a handful of colours and painted back
 * softly, so that there is nothing left to sharpen; a plain blur could be undone.
 */
type Surface = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** How many colours are left along the longer side: of a face, and of a whole picture in which faces are smaller. */
const coloursOfArea = 4;
const coloursOfPicture = 10;
/** How much of the one average colour lies over them. */
const fill = 0.35;
/** Hands are not exact, so each area reaches a little further than it was drawn; in shares of its size. */
const margin = 0.06;
const coverColour = '#3a3733';

/** The picture on `surface`, which stands still for `span`, with all hidden that `edits` ask for. */
export function hideIn(surface: Surface, { picture, areas }: Edits, span: Span): void {
  if (picture === 'blurred') {
    soften(surface, { x: 0, y: 0, width: 1, height: 1 }, coloursOfPicture);
    return;
  }
  for (const area of areas) if (overlap(area, span)) hideArea(surface, area, span.from);
}

function hideArea(surface: Surface, area: Area, at: number): void {
  const { x, y, width, height } = placeAt(area, at);
  const reach = {
    x: x - width * margin,
    y: y - height * margin,
    width: width * (1 + 2 * margin),
    height: height * (1 + 2 * margin),
  };
  const { width: across, height: down } = surface.canvas;
  surface.save();
  surface.beginPath();
  if (area.shape === 'rectangle')
    surface.rect(reach.x * across, reach.y * down, reach.width * across, reach.height * down);
  else
    surface.ellipse(
      (reach.x + reach.width / 2) * across,
      (reach.y + reach.height / 2) * down,
      (reach.width / 2) * across,
      (reach.height / 2) * down,
      0,
      0,
      2 * Math.PI,
    );
  surface.clip();
  if (area.hiding === 'cover') {
    surface.fillStyle = coverColour;
    surface.fillRect(0, 0, across, down);
  } else soften(surface, inside(reach), coloursOfArea);
  surface.restore();
}

function inside({ x, y, width, height }: Place): Place {
  const [left, top] = [Math.max(x, 0), Math.max(y, 0)];
  return { x: left, y: top, width: Math.min(x + width, 1) - left, height: Math.min(y + height, 1) - top };
}

/** Averages a place down to `colours` along its longer side, and paints it back. */
function soften(surface: Surface, place: Place, colours: number): void {
  const { canvas } = surface;
  const [x, y] = [Math.floor(place.x * canvas.width), Math.floor(place.y * canvas.height)];
  const width = Math.max(1, Math.ceil(place.width * canvas.width));
  const height = Math.max(1, Math.ceil(place.height * canvas.height));
  const longer = Math.max(width, height);
  const [columns, rows] = [width, height].map((side) => Math.max(1, Math.round((side / longer) * colours)));
  const few = averaged(canvas, { x, y, width, height }, columns!, rows!);
  surface.save();
  surface.imageSmoothingEnabled = true;
  surface.drawImage(few, 0, 0, columns!, rows!, x, y, width, height);
  surface.globalAlpha = fill;
  surface.drawImage(averaged(few, { x: 0, y: 0, width: columns!, height: rows! }, 1, 1), x, y, width, height);
  surface.restore();
}

/** Halves again and again, so that every pixel has its part in the average whatever the browser's smoothing. */
function averaged(from: CanvasImageSource, place: Place, columns: number, rows: number): HTMLCanvasElement {
  const halvings = Math.max(0, Math.floor(Math.log2(Math.min(place.width / columns, place.height / rows))));
  let source = from;
  let { x, y, width, height } = place;
  for (let left = halvings; ; left--) {
    const smaller = scratch(columns * 2 ** left, rows * 2 ** left);
    smaller.getContext('2d')!.drawImage(source, x, y, width, height, 0, 0, smaller.width, smaller.height);
    if (left === 0) return smaller;
    source = smaller;
    [x, y, width, height] = [0, 0, smaller.width, smaller.height];
  }
}

const drawnOn = new Map<string, HTMLCanvasElement>();

/** One of each size, drawn over again for each picture: phones give all canvases together little memory. */
function scratch(width: number, height: number): HTMLCanvasElement {
  const size = `${width} × ${height}`;
  const canvas = drawnOn.get(size) ?? blank(width, height);
  drawnOn.set(size, canvas);
  return canvas;
}

export function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  return canvas;
}
