import type {Vorm} from '../../contract/figure.ts';
import type {TelbareVorm} from './panel.ts';
import type {Uitsluiting} from './gates.ts';

/** The forms that this method fits. */
export function isTelbaar(vorm: Vorm): vorm is TelbareVorm {
  return vorm === 'aantal' || vorm === 'stand' || vorm === 'aandeel';
}

/** Why the method does not fit a form, in sentences for the reader. */
export const NIET_VOOR_VORM: Readonly<Record<Exclude<Vorm, TelbareVorm>, string>> = {
  duur:
    'Dit cijfer is een tijdsduur. Wie nu begint, is vaak nog niet klaar. ' +
    'Waargenomen tegenover verwacht kan dan niet.',
  verhouding:
    'Dit cijfer is een gemiddelde per cliënt. We tonen geen sommen per wijk. ' +
    'Daarom kunnen we niet uitrekenen wat te verwachten was.',
  paren:
    'De scores bestaan pas sinds het team er is. Er is geen jaar ervoor om mee te vergelijken.',
  per_fte:
    'Voor de start was er geen team met eigen formatie. Het cijfer van toen is niet te vergelijken.',
  bedrag: 'Geld volgt de begroting en niet de wijk. Het effect op geld staat bij Financiën.',
};

/** Why one team has no estimate. */
export const REDEN_TEAM: Readonly<Record<Uitsluiting, string>> = {
  te_klein: 'De aantallen zijn te klein om te tonen. We kunnen er dan niet mee rekenen.',
  basis_te_klein: 'In het jaar voor de start waren er minder dan tien gebeurtenissen.',
  te_kort_na_start: 'Dit team startte te kort voor de dag waarop we kijken.',
  geen_vergelijking: 'Na deze start was er geen wijk meer die nog niet gestart was.',
};

/** Why there is no estimate at all. */
export const REDEN = {
  geen_team: 'In deze gemeente is nog geen team gestart.',
  te_grof: 'Dit cijfer is er alleen per jaar. Dat is te grof om de start van een team te volgen.',
  te_kort: 'Er zijn geen cijfers over de twaalf maanden voor de eerste start.',
  geen_vergelijking: 'Er is geen wijk over die nog niet gestart was en genoeg cijfers heeft.',
  spreiding: 'De cijfers van voor de start zijn te kort om de onzekerheid te kennen.',
} as const;
