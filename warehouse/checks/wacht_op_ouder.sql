-- Eén rij per geleverde casus of verwijzing die nog wacht op zijn cliënt of team.
select gemeente_code, 'casus' as tabel, casus_id as sleutel
from stg.casus
anti join kern.casus using (gemeente_code, casus_id)
union all
select gemeente_code, 'verwijzing' as tabel, verwijzing_id as sleutel
from stg.verwijzing
anti join kern.verwijzing using (gemeente_code, verwijzing_id)
