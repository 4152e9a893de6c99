-- Eén rij per wijk waarvan de indeling later begint dan 24 maanden voor de start van haar team.
-- Uitleg: De indeling in teams gaat 24 maanden terug, zodat de nulmeting van het team klopt.
-- Gevolg: melding
-- Actie: Vraag de leverancier om eerdere indelingen. Tot dan geldt de eerste ook daarvoor.
with eerste as (
  select
    gemeente_code,
    gebied_code,
    min(geldig_van) as geldig_van,
    arg_min(team_id, geldig_van) as team_id
  from stg.team_gebied
  group by gemeente_code, gebied_code
)

select eerste.gemeente_code, eerste.gebied_code
from eerste
join kern.team using (gemeente_code, team_id)
where eerste.geldig_van > team.startdatum - interval 24 month
