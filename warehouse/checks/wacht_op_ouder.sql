-- Eén rij per geleverde rij die nog wacht op zijn cliënt, team, casus of toewijzing.
-- Uitleg: Bij elke rij is ook de cliënt, het team, de casus of de toewijzing geleverd.
-- Gevolg: melding
-- Actie: Vraag de leverancier om wat ontbreekt. De rijen tellen mee zodra dat er is.
select gemeente_code, levering_id, 'client_gebied' as tabel, 'client' as ouder
from stg.client_gebied
anti join kern.client using (gemeente_code, client_id)
union all
select gemeente_code, levering_id, 'team_gebied' as tabel, 'team' as ouder
from stg.team_gebied
anti join kern.team using (gemeente_code, team_id)
union all
select gemeente_code, levering_id, 'formatie' as tabel, 'team' as ouder
from stg.formatie
anti join kern.team using (gemeente_code, team_id)
union all
select gemeente_code, levering_id, 'wachtlijst_stand' as tabel, 'team' as ouder
from stg.wachtlijst_stand
anti join kern.team using (gemeente_code, team_id)
union all
select gemeente_code, levering_id, 'aanmelding' as tabel, 'client of team' as ouder
from stg.aanmelding
anti join kern.aanmelding using (gemeente_code, aanmelding_id)
union all
select gemeente_code, levering_id, 'casus' as tabel, 'client, team of aanmelding' as ouder
from stg.casus
anti join kern.casus using (gemeente_code, casus_id)
union all
select gemeente_code, levering_id, 'contactmoment' as tabel, 'casus of team' as ouder
from stg.contactmoment
anti join kern.contactmoment using (gemeente_code, contact_id)
union all
select gemeente_code, levering_id, 'meting' as tabel, 'client of casus' as ouder
from stg.meting
anti join kern.meting using (gemeente_code, client_id, instrument, moment, datum, domein)
union all
select gemeente_code, levering_id, 'verwijzing' as tabel, 'client of casus' as ouder
from stg.verwijzing
anti join kern.verwijzing using (gemeente_code, verwijzing_id)
union all
select gemeente_code, levering_id, 'toewijzing' as tabel, 'client' as ouder
from stg.toewijzing
anti join kern.client using (gemeente_code, client_id)
union all
select gemeente_code, levering_id, 'levering' as tabel, 'toewijzing' as ouder
from stg.levering
anti join kern.toewijzing using (gemeente_code, wet, toewijzingnummer)
union all
select gemeente_code, levering_id, 'levering' as tabel, 'toewijzing' as ouder
from stg.uit_bericht_levering
anti join kern.toewijzing using (gemeente_code, wet, toewijzingnummer)
union all
select gemeente_code, levering_id, 'prestatie' as tabel, 'client' as ouder
from stg.prestatie
anti join kern.client using (gemeente_code, client_id)
