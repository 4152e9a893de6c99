import type {ChartData} from '../../dashboard/charts/chart.ts';
import type {
  Niveau,
  Overlevingscurve,
  OverlevingVraag,
  Periodesoort,
} from '../../queries/contract/figure.ts';
import {signalChart} from '../../queries/judgement/signals.ts';
import {fakePublication, type FakePublication} from './publication.ts';

/** Data of a chart about Den Helder, from the publication in memory. */
export async function chartData(
  id = 'verwijzingen_tweede_lijn',
  niveau: Niveau = 'wijk',
  periodesoort: Periodesoort = 'kwartaal',
): Promise<ChartData> {
  const publication = fakePublication();
  const indicator = publication.indicatoren.find((candidate) => candidate.id === id)!;
  const areas = publication.gebieden.filter(({gemeente}) => gemeente === '0400');
  const vraag = {
    indicator: id,
    gemeente: '0400',
    periodesoort,
    filters: indicator.hoofdcel,
    uitsplitsen: [],
  };
  // its team started late, so that much is known of before
  const signalArea = areas.find(({code}) => code === 'WK040006')!;
  const signals = await publication.cijfers({
    ...vraag,
    niveau: 'wijk',
    gebied: signalArea.code,
    periodesoort: 'kwartaal',
  });
  return {
    indicator,
    gemeente: areas.find((area) => area.niveau === 'gemeente')!,
    niveau,
    periodesoort,
    gebieden: areas
      .filter((area) => area.niveau === niveau)
      .toSorted((a, b) => (a.sorteersleutel < b.sorteersleutel ? -1 : 1)),
    cel: indicator.hoofdcel,
    cijfers: (await publication.cijfers({...vraag, niveau})).cijfers,
    gemeenteCijfers: (await publication.cijfers({...vraag, niveau: 'gemeente'})).cijfers,
    nulmetingen: publication.nulmetingen.filter(({indicator: of}) => of === id),
    gebeurtenissen: publication.gebeurtenissen,
    curven: await curvesOf(publication, {indicator: id, gemeente: '0400', niveau, periodesoort}),
    signaalkaart: signalChart({
      indicator,
      gebied: signalArea,
      periodesoort: 'kwartaal',
      cijfers: signals.cijfers,
      herijken: [],
      lengtes: {shift: 7, trend: 7},
    }),
  };
}

async function curvesOf(
  publication: FakePublication,
  vraag: OverlevingVraag,
): Promise<Overlevingscurve[]> {
  const levels = [...new Set([vraag.niveau, 'gemeente' as const])];
  const curves = await Promise.all(
    levels.map((niveau) => publication.overleving({...vraag, niveau})),
  );
  return curves.flat();
}
