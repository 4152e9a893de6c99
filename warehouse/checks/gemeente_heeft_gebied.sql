-- Eén rij per gemeente waarvan rijen zijn geladen, maar niet het gebied van de gemeente zelf.
-- Uitleg: Van elke gemeente met cliënten of aanmeldingen is ook het gebied van de gemeente bekend.
-- Gevolg: melding
-- Actie: Lever de gemeente in gebied.csv, of haal haar levering weg. Tot dan heeft zij geen cijfers.
select gemeente_code from kern.client
union
select gemeente_code from kern.aanmelding
except
select gemeente_code from ref.gebied_boom where niveau = 'gemeente'
