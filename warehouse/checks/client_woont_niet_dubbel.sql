-- Eén rij per cliënt die op één dag in twee wijken woont.
-- Uitleg: Een cliënt woont op één dag in één wijk.
-- Gevolg: geen publicatie
-- Actie: Meld dit bij de beheerder van Wijkmonitor: de woonperioden zijn niet goed afgeleid.
select eerste.gemeente_code, eerste.client_id
from kern.verblijf as eerste
join kern.verblijf as tweede on tweede.gemeente_code = eerste.gemeente_code
  and tweede.client_id = eerste.client_id
  and tweede.geldig_van > eerste.geldig_van
  and tweede.geldig_van <= eerste.geldig_tot
