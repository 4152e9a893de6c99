import type {Cijfer, Maten} from '../../queries/contract.ts';
import type {Judgement} from '../../dashboard/server/judgement.ts';

/** A judge without statistics: the sign of the difference is enough to test what carries it. */
export const fakeJudgement: Judgement = {
  judge({indicator, gebied, cijfer, nulmeting}) {
    const was = nulmeting?.waarde ?? null;
    const {gebied: code, niveau, periode} = cijfer;
    const verschil = was === null || cijfer.waarde === null ? null : cijfer.waarde / was - 1;
    const woord =
      verschil === null ? 'nog niet te beoordelen' : verschil < -0.1 ? 'beter' : 'niet te zeggen';
    return {
      indicator: indicator.id,
      gebied: code,
      niveau,
      periode,
      woord,
      zin: `${indicator.titel} in ${gebied.naam}: ${woord}.`,
      cijfer: matenOf(cijfer),
      nulmeting,
      verschil,
      verschil_ondergrens: null,
      verschil_bovengrens: null,
    };
  },
  sentences: ({oordelen}) => {
    const count = oordelen.filter(({woord}) => woord === 'beter').length;
    return [`${count} van de ${oordelen.length} cijfers zijn beter dan de 0-meting.`];
  },
};

function matenOf(cijfer: Cijfer): Maten {
  const own = ['gebied', 'niveau', 'periode', 'dimensies'];
  return Object.fromEntries(
    Object.entries(cijfer).filter(([name]) => !own.includes(name)),
  ) as unknown as Maten;
}
