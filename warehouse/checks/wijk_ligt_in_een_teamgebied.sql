-- Eén rij per wijk waar de grens van een team doorheen loopt.
-- Uitleg: De grens van een team loopt niet door een wijk.
-- Gevolg: melding
-- Actie: Deze wijk tonen we niet apart. Zij telt mee bij haar teams en bij de gemeente.
select gemeente_code, wijk_code
from kern.team_deel
group by gemeente_code, wijk_code
