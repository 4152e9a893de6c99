import {describe, expect, it} from 'vitest';
import {envelope, product, retour} from './message-text.ts';
import {read, refusal} from './read.ts';

const file = (content: string, prefix = 'GGK'): string =>
  `<${prefix}:xmlBestand>${content}</${prefix}:xmlBestand>`;

describe('a message in a StUF envelope', () => {
  const text = product({Einddatum: '2024-05-01'});
  const base64 = Buffer.from(text).toString('base64');

  it.each([1, 7, 61, 4096])('is the message itself, in chunks of %d bytes', async (chunk) => {
    const bare = await read(text);
    expect(await read(envelope(file(base64)), chunk)).toEqual(bare);
    const folded = base64.replaceAll(/(.{76})/g, '$1\r\n');
    expect(await read(envelope(file(folded, 'x'), 'x'), chunk)).toEqual(bare);
  });

  it('is read from the envelope of a retour too', async () => {
    const bare = retour('wmo302', {code: '0200'});
    const inside = file(Buffer.from(bare).toString('base64'));
    const around = envelope(inside).replaceAll('Heenbericht-ggk_Di01', 'Retourbericht-ggk_Du01');
    expect(await read(around)).toEqual(await read(bare));
  });

  it('counts lines in the message', async () => {
    const broken = Buffer.from(text.replace('2024-05-01', 'x')).toString('base64');
    expect(await refusal(envelope(file(broken)))).toEqual(
      await refusal(text.replace('2024-05-01', 'x')),
    );
  });

  it.each([
    ['no base64', envelope(file('a*b*')), 'geen base64'],
    ['nothing', envelope(''), 'niet precies één bericht'],
    ['two messages', envelope(file(base64) + file(base64)), ''],
    ['elements in elements without end', envelope('<a>'.repeat(99)), 'te diep'],
    ['half an envelope', envelope(file(base64)).slice(0, 900), ''],
  ])('with %s is refused', async (_what, source, reden) => {
    expect((await refusal(source)).reden).toContain(reden);
  });
});
