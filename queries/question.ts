import type {Gebied} from './contract/area.ts';
import type {CijferVraag, Periodesoort} from './contract/figure.ts';
import type {Indicator} from './contract/indicator.ts';
import {OTHER_COUNTS, readLattice} from './cube/lattice.ts';
import type {VraagFout} from './errors.ts';

const NOTATION: Readonly<Record<Periodesoort, RegExp>> = {
  maand: /^\d{4}-(0[1-9]|1[0-2])$/,
  kwartaal: /^\d{4}-K[1-4]$/,
  halfjaar: /^\d{4}-H[12]$/,
  jaar: /^\d{4}$/,
};

const LATTICE = readLattice();

/** Everything that is wrong with a question, held against the lattice; empty when it may be answered. */
export function checkQuestion(
  vraag: CijferVraag,
  indicator: Indicator,
  gebieden: readonly Gebied[],
): VraagFout[] {
  return [
    ...checkArea(vraag, gebieden),
    ...checkPeriod(vraag, indicator),
    ...checkDimensions(vraag, indicator),
  ];
}

function checkArea(vraag: CijferVraag, gebieden: readonly Gebied[]): VraagFout[] {
  const {gemeente, niveau, gebied} = vraag;
  const inside = gebieden.filter((area) => area.gemeente === gemeente);
  if (inside.length === 0) {
    return [{veld: 'gemeente', melding: 'Deze gemeente staat niet in de publicatie.'}];
  }
  const known = inside.some((area) => area.niveau === niveau && area.code === gebied);
  return gebied === undefined || known
    ? []
    : [{veld: 'gebied', melding: `Dit gebied bestaat niet op niveau ${niveau}.`}];
}

function checkPeriod(vraag: CijferVraag, {periodesoorten}: Indicator): VraagFout[] {
  const {periodesoort, van, tot} = vraag;
  if (!periodesoorten.includes(periodesoort)) {
    const melding = `Deze indicator kent alleen: ${periodesoorten.join(', ')}.`;
    return [{veld: 'periodesoort', melding}];
  }
  return Object.entries({van, tot}).flatMap(([veld, text]) =>
    text === undefined || NOTATION[periodesoort].test(text)
      ? []
      : [
          {
            veld,
            melding: `Dit is geen ${periodesoort}. Schrijf 2021-03, 2021-K1, 2021-H1 of 2021.`,
          },
        ],
  );
}

function checkDimensions(vraag: CijferVraag, indicator: Indicator): VraagFout[] {
  const {filters, uitsplitsen, periodesoort} = vraag;
  const fouten: VraagFout[] = [];
  const asked = [...new Set([...Object.keys(filters), ...uitsplitsen])];
  for (const id of asked) {
    const dimension = indicator.uitsplitsingen.find((one) => one.id === id);
    if (dimension === undefined) {
      fouten.push({veld: id, melding: 'Op dit kenmerk is deze indicator niet uit te splitsen.'});
      continue;
    }
    const node = filters[id];
    if (node !== undefined && !dimension.knopen.some((knoop) => knoop.id === node)) {
      fouten.push({veld: id, melding: 'Deze waarde bestaat niet.'});
    }
    if (node !== undefined && uitsplitsen.includes(id)) {
      fouten.push({veld: id, melding: 'Kies één waarde of splits uit, niet allebei.'});
    }
  }
  const crossed = asked.filter((id) => !OTHER_COUNTS.has(id));
  const maximum = LATTICE.maxGekruist[periodesoort];
  if (crossed.length > maximum) {
    const melding = `Kies hooguit ${maximum} kenmerken tegelijk per ${periodesoort}. Dat beschermt inwoners.`;
    fouten.push({veld: 'uitsplitsen', melding});
  }
  const nested = crossed.find((id) => crossed.includes(LATTICE.ouder.get(id) ?? ''));
  if (nested !== undefined) {
    fouten.push({veld: nested, melding: 'Dit kenmerk zit al in een ander gekozen kenmerk.'});
  }
  return fouten;
}
