/** A straight line in pixels. */
export interface Line {
  x: number;
  y: number;
  x2: number;
  y2: number;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Diagonal lines that fill the box: Vega has no patterns, and hatch means "no figure here". */
export function hatch({x, y, width, height}: Box, gap = 6): Line[] {
  const lines: Line[] = [];
  for (let start = gap; start < width + height; start += gap) {
    const fromX = Math.max(0, start - height);
    const toX = Math.min(width, start);
    lines.push({
      x: x + fromX,
      y: y + Math.min(start, height),
      x2: x + toX,
      y2: y + Math.max(0, start - width),
    });
  }
  return lines;
}
