-- Eén rij per bestand waarvan de rijen niet optellen tot het aantal dat is gelezen.
-- Uitleg: Elke gelezen rij is geladen, afgewezen, dubbel of verouderd.
-- Gevolg: geen publicatie
-- Actie: Meld dit bij de beheerder van Wijkmonitor: er kunnen rijen kwijt zijn.
select levering_id, naam
from meta.bestand
where gelezen <> geladen + afgewezen + dubbel + verouderd
