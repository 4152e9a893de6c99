-- Eén rij: vanaf welke dag gegevens van personen zijn bewaard. Geen rij: alles is er nog.
create table if not exists stg.bewaartermijn (
  -- datums
  bewaard_vanaf date not null
)
