import type {UnpackedDelivery, UnpackedFile} from './delivery.ts';
import {LeveringGeweigerd} from './errors.ts';
import type {SourceFormat} from './source-format.ts';
import {csvProfiel} from './sources/csv-profiel/adapter.ts';
import {cbsTranslator} from './sources/cbs/adapter.ts';
import {istandaarden} from './sources/istandaarden/load.ts';
import {iv3Translator} from './sources/iv3/adapter.ts';
import {translated} from './sources/translated.ts';
import {uitwisselprofiel} from './sources/uitwisselprofiel/adapter.ts';
import {zorgnedTranslator} from './sources/zorgned/adapter.ts';

/** Every format that the inbox knows; the first one that recognises a delivery has it. */
export const FORMATS: readonly SourceFormat[] = [
  uitwisselprofiel,
  csvProfiel,
  istandaarden,
  translated('zorgned', zorgnedTranslator),
  translated('iv3', iv3Translator),
  translated('cbs', cbsTranslator),
];

const isMessage = ({naam}: UnpackedFile): boolean => /\.xml$/i.test(naam);

/** The format of a delivery. Throws `LeveringGeweigerd` when none recognises its files. */
export async function formatOf(
  naam: string,
  {bestanden}: Pick<UnpackedDelivery, 'bestanden'>,
): Promise<SourceFormat> {
  for (const format of FORMATS) if (await format.recognises(bestanden)) return format;
  const other = bestanden.find((file) => !isMessage(file));
  if (other !== undefined && bestanden.some(isMessage)) {
    throw new LeveringGeweigerd(
      other.naam,
      'dit is geen bericht (XML), de rest wel. Haal dit bestand uit de levering.',
    );
  }
  throw new LeveringGeweigerd(
    naam,
    'deze levering is in geen bekend formaat. Voeg levering.json toe, of lever iWmo, iJw, Iv3, CBS of Zorgned.',
  );
}
