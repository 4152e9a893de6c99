const DAY = new Intl.DateTimeFormat('nl-NL', {dateStyle: 'long', timeZone: 'Europe/Amsterdam'});
const MOMENT = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});

/** A day or moment (ISO) as 22 november 2026. */
export function dayText(iso: string): string {
  return DAY.format(new Date(iso));
}

/** A moment (ISO) as 22 november 2026 om 04:15. */
export function momentText(iso: string): string {
  return MOMENT.format(new Date(iso));
}
