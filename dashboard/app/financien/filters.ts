import {html, type TemplateResult} from 'lit';
import {lookTitle, ONDERDEEL_TITELS} from '../../charts/finance-words.ts';
import {choice} from '../choice.ts';
import type {Financien} from './load.ts';

/** Which year, how far in it, and of which law; each choice stands in the address. */
export function filters({prognose, verschillen}: Financien): TemplateResult {
  const {boekjaar, boekjaren, peilmaand, peilmaanden, standen} = prognose;
  const parts = [...new Set(standen.map(({onderdeel}) => onderdeel))];
  return html`<form class="wm-filters" aria-label="Kies wat u ziet" @submit=${stay}>
    ${choice({
      naam: 'boekjaar',
      titel: 'Boekjaar',
      gekozen: String(boekjaar),
      opties: boekjaren.toReversed().map((jaar) => ({waarde: String(jaar), titel: String(jaar)})),
    })}
    ${choice({
      naam: 'peilmaand',
      titel: 'Stand tot en met',
      gekozen: String(peilmaand),
      opties: peilmaanden.map((maand) => ({
        waarde: String(maand),
        titel: lookTitle(boekjaar, maand),
      })),
    })}
    ${choice({
      naam: 'onderdeel',
      titel: 'Van welke wet',
      gekozen: verschillen.onderdeel === 'alle' ? '' : verschillen.onderdeel,
      opties: parts.map((part) => ({
        waarde: part === 'alle' ? '' : part,
        titel: ONDERDEEL_TITELS[part],
      })),
    })}
    ${choice({
      naam: 'niveau',
      titel: 'Gebieden',
      gekozen: verschillen.niveau === 'wijk' ? '' : 'team',
      opties: [
        {waarde: '', titel: 'Wijken'},
        {waarde: 'team', titel: 'Teams'},
      ],
    })}
  </form>`;
}

function stay(event: Event): void {
  event.preventDefault();
}
