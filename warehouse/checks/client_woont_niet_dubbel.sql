-- Eén rij per cliënt die op één dag in twee wijken woont.
select eerste.gemeente_code, eerste.client_id
from kern.verblijf as eerste
join kern.verblijf as tweede on tweede.gemeente_code = eerste.gemeente_code
  and tweede.client_id = eerste.client_id
  and tweede.geldig_van > eerste.geldig_van
  and tweede.geldig_van <= eerste.geldig_tot
