/** A linear scale whose pixels are known before Vega draws: ornaments and labels are placed with it. */
export interface LinearScale {
  domain: [number, number];
  ticks: number[];
  /** Pixel from the bottom edge up, in a plot of this height. */
  y(value: number, height: number): number;
}

/** From zero to a round number above the largest value; values below zero open the scale downward. */
export function scaleFromZero(values: readonly number[], tickCount = 4): LinearScale {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const step = niceStep((top - bottom || 1) / tickCount);
  const domain: [number, number] = [
    Math.floor(bottom / step + 1e-9) * step,
    Math.ceil((top || step) / step - 1e-9) * step,
  ];
  const count = Math.round((domain[1] - domain[0]) / step);
  const ticks = Array.from({length: count + 1}, (_, index) => tidy(domain[0] + index * step));
  return {
    domain: [tidy(domain[0]), tidy(domain[1])],
    ticks,
    y: (value, height) => height - ((value - domain[0]) / (domain[1] - domain[0])) * height,
  };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** Without the tail of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
