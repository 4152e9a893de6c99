-- Eén rij per paar van treden op de Participatieladder en variant.
-- De variant hoger telt wie steeg, van wie hoger kon: de ladder eindigt bij trede 6.
-- Afbakening, leeswijzer en rekenvoorbeeld: participatie.md

select
  -- sleutels
  paar.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  paar.client_id,

  -- kenmerken
  client.geboortejaar,
  telling.variant,
  telling.maat,

  -- datums
  paar.datum,

  -- maten
  paar.start,
  paar.eind,
  6::integer as hoogste
from kern.meting_paar as paar
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = paar.gemeente_code
  and verblijf.client_id = paar.client_id
  and paar.datum between verblijf.geldig_van and verblijf.geldig_tot
cross join (values ('standaard', 'gelijk_of_hoger'), ('hoger', 'hoger')) as telling (variant, maat)
where paar.instrument = 'participatieladder'
