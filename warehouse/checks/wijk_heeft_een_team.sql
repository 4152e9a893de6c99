-- Eén rij per wijk waarin op één dag twee teams werken.
-- Uitleg: In een wijk werkt op één dag hooguit één team.
-- Gevolg: geen publicatie
-- Actie: Meld dit bij de beheerder van Wijkmonitor: de teamgebieden zijn niet goed afgeleid.
select eerste.gemeente_code, eerste.wijk_code
from kern.team_wijk as eerste
join kern.team_wijk as tweede on tweede.gemeente_code = eerste.gemeente_code
  and tweede.wijk_code = eerste.wijk_code
  and tweede.geldig_van > eerste.geldig_van
  and tweede.geldig_van <= eerste.geldig_tot
