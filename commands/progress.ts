import {SingleBar} from 'cli-progress';

/** What a step reports while it works. */
export interface Progress {
  done: number;
  total: number;
  what: string;
}

/** Shows the steps of a run: one bar in a terminal, one line per step elsewhere. */
export class ProgressDisplay {
  readonly #bar: SingleBar | null;
  readonly #weights: readonly number[];
  #step = -1;
  #said = '';

  /** `weights` tells how long the steps take, relative to each other. */
  constructor(weights: readonly number[], stream: NodeJS.WriteStream = process.stderr) {
    this.#weights = weights;
    this.#bar = stream.isTTY
      ? new SingleBar({
          stream,
          format: '{bar} {percentage}% {wat}',
          barCompleteChar: '█',
          barIncompleteChar: '░',
          hideCursor: true,
          clearOnComplete: true,
        })
      : null;
    this.#bar?.start(sum(weights), 0, {wat: ''});
  }

  /** Begins the next step; answers the function by which the step reports. */
  next(what: string): (progress: Progress) => void {
    this.#step += 1;
    const before = sum(this.#weights.slice(0, this.#step));
    const weight = this.#weights[this.#step] ?? 0;
    this.#say(before, what);
    return ({done, total, what: detail}) => {
      const share = total > 0 ? Math.min(1, done / total) : 0;
      this.#bar?.update(before + weight * share, {wat: `${what}: ${detail}`});
    };
  }

  /** Fills the bar and clears it. */
  stop(): void {
    this.#bar?.update(sum(this.#weights), {wat: 'klaar'});
    this.#bar?.stop();
  }

  #say(value: number, what: string): void {
    if (this.#bar !== null) this.#bar.update(value, {wat: what});
    else if (what !== this.#said) console.error(`· ${what}`);
    this.#said = what;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
