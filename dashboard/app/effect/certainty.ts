import {html, nothing, type TemplateResult} from 'lit';
import {effectRange, signedPercent} from '../../charts/effect-chart.ts';
import type {Effectantwoord} from '../../../queries/contract/effect.ts';

/** Every way in which the outcome was put to the test, in plain words. */
export function certainty(effect: Effectantwoord): TemplateResult | typeof nothing {
  if (effect.samen === null) return nothing;
  const {placebo, volgordes, weglaten, controle, att} = effect;
  return html`<section class="wm-deel">
    <h2>Hoe zeker is dit?</h2>
    <dl class="wm-feiten">
      ${fact(
        'Toeval',
        volgordes === null
          ? 'De volgordes van starten waren hier niet na te rekenen.'
          : orderText(volgordes),
      )}
      ${fact(
        'Een jaar eerder',
        placebo === null
          ? 'De cijfers gaan niet ver genoeg terug voor deze proef.'
          : `Toen was er nog geen team. Dezelfde som geeft ${signedPercent(placebo.effect)} ` +
              `(${effectRange(placebo)}). Dat hoort rond nul te liggen.`,
      )}
      ${fact(
        'Zonder één wijk',
        weglaten === null
          ? 'Er zijn te weinig wijken met cijfers om er steeds één weg te laten.'
          : `Laten we steeds één wijk weg, dan ligt het verschil tussen ` +
              `${signedPercent(weglaten.laagste)} en ${signedPercent(weglaten.hoogste)}.`,
      )}
      ${fact(
        'Een andere methode',
        controle === null
          ? 'Een tijdreeks was hier niet te rekenen. Zonder die controle geven we geen oordeel.'
          : `Een tijdreeks met trend en seizoen geeft ${signedPercent(controle.effect)} ` +
              `(${effectRange(controle)}). Die moet dezelfde kant op wijzen.`,
      )}
      ${
        att === null
          ? nothing
          : fact(
              'Gemiddelde per wijk',
              `Tellen we elk team apart en nemen we het gemiddelde, dan is het ${signedPercent(att)}.`,
            )
      }
    </dl>
  </section>`;
}

function orderText({
  aantal,
  mogelijk,
  minstens_zo_uitgesproken: count,
}: NonNullable<Effectantwoord['volgordes']>): string {
  const which = aantal === mogelijk ? 'mogelijke volgordes' : 'volgordes die we konden narekenen,';
  const are = count === 1 ? 'is er 1' : `zijn er ${count}`;
  return (
    'Stel dat de teams in een andere volgorde waren gestart. ' +
    `Van de ${aantal} ${which} ${are} minstens zo uitgesproken. ` +
    'De echte volgorde is niet geloot. Lees dit dus als aanwijzing, niet als bewijs.'
  );
}

function fact(naam: string, tekst: string): TemplateResult {
  return html`<div>
    <dt>${naam}</dt>
    <dd>${tekst}</dd>
  </div>`;
}
