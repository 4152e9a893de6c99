-- Eén rij per sleutel die meer dan één keer in een afgeleide tabel staat.
-- Uitleg: Elke sleutel staat één keer in een tabel.
-- Gevolg: geen publicatie
-- Actie: Meld dit bij de beheerder van Wijkmonitor: rijen tellen anders dubbel.
select gemeente_code, 'client' as tabel
from kern.client
group by gemeente_code, client_id
having count(*) > 1
union all
select gemeente_code, 'aanmelding' as tabel
from kern.aanmelding
group by gemeente_code, aanmelding_id
having count(*) > 1
union all
select gemeente_code, 'casus' as tabel
from kern.casus
group by gemeente_code, casus_id
having count(*) > 1
union all
select gemeente_code, 'contactmoment' as tabel
from kern.contactmoment
group by gemeente_code, contact_id
having count(*) > 1
union all
select gemeente_code, 'verwijzing' as tabel
from kern.verwijzing
group by gemeente_code, verwijzing_id
having count(*) > 1
union all
select gemeente_code, 'toewijzing' as tabel
from kern.toewijzing
group by gemeente_code, wet, toewijzingnummer
having count(*) > 1
union all
select gemeente_code, 'levering' as tabel
from kern.levering
group by gemeente_code, wet, toewijzingnummer, begindatum
having count(*) > 1
union all
select gemeente_code, 'prestatie' as tabel
from kern.prestatie
group by gemeente_code, wet, aanbieder_id, referentie
having count(*) > 1
