const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/**
 * Whether a composed number has a BSN as one of its parts: Zorgned numbered toewijzingen that came
 * from a request after the client ("<BSN>-315-6-1"). A number without parts is judged at the gate.
 */
export function holdsBsn(text: string): boolean {
  const parts = text.match(/(?<![0-9])[0-9]{9}(?![0-9])/g) ?? [];
  return parts.some((part) => part !== text && passesElfproef(part));
}

function passesElfproef(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return sum % 11 === 0;
}

/** The number without the mark that a migration put on the version before it. */
export function withoutOud(number: string): string {
  return number.replace(/_OUD$/i, '');
}
