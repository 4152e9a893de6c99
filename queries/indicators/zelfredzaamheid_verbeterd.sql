-- Eén rij per paar van scores op een leefgebied van de Zelfredzaamheid-Matrix.
-- De kubus telt wie hoger uitkwam, van wie hoger kon: de schaal eindigt bij 5.
-- Afbakening, leeswijzer en rekenvoorbeeld: zelfredzaamheid_verbeterd.md

select
  -- sleutels
  paar.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  paar.client_id,

  -- kenmerken
  client.geboortejaar,
  paar.domein,
  'hoger' as maat,

  -- datums
  paar.datum,

  -- maten
  paar.start,
  paar.eind,
  5::integer as hoogste
from kern.meting_paar as paar
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = paar.gemeente_code
  and verblijf.client_id = paar.client_id
  and paar.datum between verblijf.geldig_van and verblijf.geldig_tot
where paar.instrument = 'zrm'
