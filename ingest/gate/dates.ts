/** A full date in a cell, however it is written: ISO, Dutch, or eight digits; a time may follow. */
const FORMATS = [
  /^(?<j>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?:[ T].*)?$/,
  /^(?<d>\d{1,2})[-/. ](?<m>\d{1,2})[-/. ](?<j>\d{4})(?: .*)?$/,
  /^(?<j>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<d>\d{2})(?<m>\d{2})(?<j>\d{4})$/,
];

/** The year of the date that a cell is, between 1850 and 2150; null when it is no date. */
export function yearOf(text: string): number | null {
  for (const format of FORMATS) {
    const {j, m, d} = format.exec(text)?.groups ?? {};
    const [year, month, day] = [Number(j), Number(m), Number(d)];
    if (year >= 1850 && year <= 2150 && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
      return year;
    }
  }
  return null;
}
