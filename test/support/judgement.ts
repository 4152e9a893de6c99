import type {Cijfer, Maten} from '../../queries/contract/figure.ts';
import type {Oordeel} from '../../queries/contract/verdict.ts';
import type {JudgeQuestion} from '../../queries/judgement/verdict.ts';
import type {Judgement} from '../../dashboard/server/judgement.ts';

/** A judge without statistics: the sign of the difference is enough to test what carries it. */
export const fakeJudgement: Judgement = {
  judgeTogether: (vragen) => vragen.map(judge),
  sentences: ({oordelen}) => {
    const count = oordelen.filter(({woord}) => woord === 'beter').length;
    return [`${count} van de ${oordelen.length} cijfers zijn beter dan de 0-meting.`];
  },
};

function judge({indicator, gebied, cijfer, nulmeting, vergelijking}: JudgeQuestion): Oordeel {
  const was = nulmeting?.waarde ?? null;
  const {gebied: code, niveau, periode} = cijfer;
  const verschil = was === null || cijfer.waarde === null ? null : cijfer.waarde / was - 1;
  const woord =
    verschil === null ? 'nog niet te beoordelen' : verschil < -0.1 ? 'beter' : 'niet te zeggen';
  const antwoord = `${indicator.titel} in ${gebied.naam}: ${woord}.`;
  const ijkpunt =
    was === null
      ? null
      : {naam: 'bij de 0-meting', waarde: was, ondergrens: null, bovengrens: null};
  return {
    indicator: indicator.id,
    gebied: code,
    niveau,
    periode,
    dimensies: cijfer.dimensies,
    vergelijking,
    woord,
    antwoord,
    zin: antwoord,
    poort: verschil === null ? 'geen_nulmeting' : null,
    cijfer: matenOf(cijfer),
    nulmeting,
    ijkpunt: ijkpunt === null ? null : {...ijkpunt, hooguit: false, voor_leeftijd: null},
    verschil,
    verschil_ondergrens: null,
    verschil_bovengrens: null,
    verschil_methode: '',
    p: null,
    p_gecorrigeerd: null,
  };
}

function matenOf(cijfer: Cijfer): Maten {
  const own = ['gebied', 'niveau', 'periode', 'dimensies'];
  return Object.fromEntries(
    Object.entries(cijfer).filter(([name]) => !own.includes(name)),
  ) as unknown as Maten;
}
