-- Eén rij per paar codes die vermoedelijk van één mens zijn. Welke codes het zijn, staat er niet bij.
-- Uitleg: Een inwoner staat onder één code in de registraties.
-- Gevolg: melding
-- Actie: Vraag de bron of dit dezelfde mens is. Een tweeling mag blijven staan.
with persoon as (
  select client.gemeente_code, client.client_id, client.huishouden_id, client.geboortejaar,
    client.geslacht, verblijf.wijk_code, verblijf.geldig_van, verblijf.geldig_tot
  from kern.client
  join kern.verblijf on verblijf.gemeente_code = client.gemeente_code
    and verblijf.client_id = client.client_id
    and verblijf.wijk_code is not null
),
paar as (
  select distinct eerste.gemeente_code, eerste.client_id, tweede.client_id as andere_id
  from persoon as eerste
  join persoon as tweede on tweede.gemeente_code = eerste.gemeente_code
    and tweede.huishouden_id = eerste.huishouden_id
    and tweede.geboortejaar = eerste.geboortejaar
    and tweede.geslacht = eerste.geslacht
    and tweede.wijk_code = eerste.wijk_code
    and tweede.client_id > eerste.client_id
    and tweede.geldig_van <= eerste.geldig_tot
    and tweede.geldig_tot >= eerste.geldig_van
)

select gemeente_code
from paar
