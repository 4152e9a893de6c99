import {BirthDetector, namedAsBirth} from './births.ts';
import {BsnDetector} from './bsn.ts';
import {readCell, type GateColumn} from './cell.ts';
import {ComposedBsnDetector} from './composed-bsn.ts';
import {email, webAddress} from './contact.ts';
import type {Detector, Judgement, MakeDetector} from './detector.ts';
import {DigestDetector} from './digest.ts';
import {FreeTextDetector} from './free-text.ts';
import {IbanDetector} from './iban.ts';
import {NameDetector} from './names.ts';
import {PostcodeDetector} from './postcode.ts';
import {isSuspect} from './suspect.ts';
import {TelephoneDetector} from './telephone.ts';

/** Every kind of identifier that the gate knows but the hash (design/privacy.md, "At the door"). */
const DETECTORS: readonly MakeDetector[] = [
  (column) => new BsnDetector(column),
  () => new ComposedBsnDetector(),
  () => new IbanDetector(),
  email,
  webAddress,
  (column) => new TelephoneDetector(column),
  (column) => new PostcodeDetector(column),
  (column) => new NameDetector(column),
  (column) => new FreeTextDetector(column),
];

/** Looks at the cells of one column, one by one or in groups of equal ones. Memory stays flat. */
export class ColumnScan {
  readonly column: GateColumn;
  /** Whether clean-looking cells count as well: in a column of births every date does. */
  readonly readsAll: boolean;
  readonly digests = new DigestDetector();
  readonly #detectors: readonly Detector[];
  readonly #code: boolean;
  #gevuld = 0;

  /** `now` tells how old a date is. */
  constructor(column: GateColumn, now: Date) {
    this.column = column;
    this.#code = column.rol === 'code';
    this.readsAll = namedAsBirth(column.naam);
    this.#detectors = [
      ...DETECTORS.map((make) => make(column)),
      new BirthDetector(column, now.getUTCFullYear()),
      this.digests,
    ];
  }

  /** Cells that are not empty. */
  get gevuld(): number {
    return this.#gevuld;
  }

  /** Adds a cell that stands on line `regel`, and `aantal` - 1 more that are equal to it. */
  add(value: string | null, regel: number, aantal = 1): void {
    if (value === null || value === '') return;
    if (!this.readsAll && !isSuspect(value, this.#code)) this.#gevuld += aantal;
    else this.addSuspect(value, regel, aantal);
  }

  /** As `add`, for a cell that is known to be suspect. */
  addSuspect(value: string, regel: number, aantal: number): void {
    this.#gevuld += aantal;
    const cell = readCell(value, regel, aantal);
    for (const detector of this.#detectors) detector.add(cell);
  }

  /** Counts `aantal` cells that are known to be clean. */
  addClean(aantal: number): void {
    this.#gevuld += aantal;
  }

  /** What the detectors make of all cells that were added. */
  judge(): Judgement[] {
    return this.#detectors.flatMap((detector) => detector.judge(this.#gevuld) ?? []);
  }
}
