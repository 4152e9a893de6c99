-- Eén rij per post met een taakveld van het sociaal domein dat in dat boekjaar niet bestaat.
-- Uitleg: Elk taakveld bestaat in het boekjaar van de post. Iv3 wisselde in 2017, 2023 en 2025.
-- Gevolg: melding
-- Actie: Vraag de financiële administratie om het taakveld van het boekjaar zelf te gebruiken.
select begroting.gemeente_code, begroting.boekjaar, begroting.regel, begroting.taakveld
from kern.begroting
left join ref.taakveld on taakveld.taakveld = begroting.taakveld
  and begroting.boekjaar between taakveld.van and taakveld.tot
where begroting.taakveld like '6%' and taakveld.taakveld is null
