-- Eén rij per bericht dat de ontvanger in zijn geheel heeft afgekeurd: het telt nergens mee.
-- Een fout leidt tot afkeur van het hele bericht (iStandaarden IV031); de zender stuurt een nieuw.
select
  gemeente_code,
  wet,
  aanbieder_id,
  nummer,
  heen_identificatie as identificatie
from stg.bericht_retour
group by gemeente_code, wet, aanbieder_id, nummer, heen_identificatie
having max_by(oordeel, (aangemaakt_op, lpad(identificatie, 40, '0'))) = 'afgekeurd'
