-- Eén rij per aanmelding met een eerste contact of afsluiting voor de dag van aanmelding.
-- Uitleg: Het eerste contact en de afsluiting komen na de aanmelding.
-- Gevolg: geen publicatie
-- Actie: Meld dit bij de beheerder van Wijkmonitor: zo'n rij had afgewezen moeten worden.
select gemeente_code, aanmelding_id
from kern.aanmelding
where datum_eerste_contact < datum_aanmelding
  or datum_afgesloten < datum_aanmelding
