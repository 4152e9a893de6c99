import type {QualityReport} from './quality-report.ts';

/** The report as one HTML page that can be mailed and printed: no script, nothing from elsewhere. */
export function qualityHtml(report: QualityReport): string {
  const title = `Kwaliteit van levering ${report.bestandsnaam}`;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${escape(introduction(report))}</p>
${section('Wat kunt u doen?', list(report.acties))}
${report.status === 'geweigerd' ? section('Waarom is dit geweigerd?', paragraph(report.reden)) : loaded(report)}
<p class="klein">Dit rapport noemt regels, nooit gegevens van personen. Nummer van de levering: ${escape(report.levering_id)}.</p>
</main>
</body>
</html>
`;
}

function loaded(report: QualityReport): string {
  const percent = (part: number, whole: number): string => `${Math.floor((100 * part) / whole)}%`;
  return [
    section(
      'Wat kwam er binnen?',
      table(
        ['Bestand', 'Gelezen', 'Geladen', 'Afgewezen', 'Dubbel', 'Al bekend en nieuwer'],
        report.bestanden.map((file) => [
          file.tabel === null ? file.bestand : `${file.bestand} (${file.tabel})`,
          ...[file.gelezen, file.geladen, file.afgewezen, file.dubbel, file.verouderd],
        ]),
      ),
    ),
    section(
      'Wat is afgewezen, en waarom?',
      table(
        ['Bestand', 'Reden', 'Rijen', 'Regels'],
        report.afgewezen.map(({bestand, reden, aantal, regels}) => [
          bestand,
          reden,
          aantal,
          `${regels.join(', ')}${aantal > regels.length ? ' …' : ''}`,
        ]),
      ),
    ),
    section(
      'Wat wacht nog?',
      table(
        ['Tabel', 'Wacht op', 'Rijen'],
        report.wachtend.map(({tabel, ouder, aantal}) => [tabel, ouder, aantal]),
      ),
    ),
    section(
      'Waarschuwingen',
      table(
        ['Bestand', 'Regel', 'Wat viel op?'],
        report.waarschuwingen.map(({bestand, regel, reden}) => [
          bestand,
          regel ?? 'hele bestand',
          reden,
        ]),
      ),
    ),
    section(
      'Hoe volledig zijn de kolommen?',
      table(
        ['Tabel', 'Kolom', 'Rijen', 'Gevuld'],
        report.volledigheid.map(({tabel, kolom, rijen, gevuld}) => [
          tabel,
          kolom,
          rijen,
          percent(gevuld, rijen),
        ]),
      ),
    ),
    section(
      'Hoe snel is er geregistreerd?',
      table(
        ['Tabel', 'Rijen', 'De helft binnen (dagen)', '9 van de 10 binnen (dagen)'],
        report.vertraging.map((one) => [one.tabel, one.rijen, one.mediaan_dagen, one.p90_dagen]),
      ),
    ),
  ].join('\n');
}

function introduction({status, bron, gemeente, periode_van, periode_tot}: QualityReport): string {
  if (status === 'geweigerd') return 'Deze levering is geweigerd. Er is niets geladen.';
  return `Deze levering van ${bron ?? 'onbekend'} voor ${gemeente ?? 'onbekend'} is geladen. Zij gaat over ${periode_van ?? '?'} tot en met ${periode_tot ?? '?'}.`;
}

function section(title: string, content: string): string {
  return `<section>\n<h2>${escape(title)}</h2>\n${content}\n</section>`;
}

function paragraph(text: string): string {
  return `<p>${escape(text)}</p>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '<p>Niets.</p>';
  const head = heads.map((text) => `<th scope="col">${escape(text)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => tableCell(cell)).join('')}</tr>`);
  return `<div class="tabel" tabindex="0" role="group" aria-label="Tabel"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function tableCell(cell: string | number): string {
  return typeof cell === 'number'
    ? `<td class="getal">${cell.toLocaleString('nl-NL')}</td>`
    : `<td>${escape(cell)}</td>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLE = `
body { color: #1a1a1a; font: 1rem/1.5 'Noto Sans', system-ui, sans-serif; margin: 0; }
main { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
.tabel { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #ccc; padding: 0.375rem 0.75rem 0.375rem 0; text-align: left; vertical-align: top; }
.getal { font-variant-numeric: tabular-nums; text-align: right; }
.klein { color: #555; font-size: 0.875rem; margin-top: 2rem; }
@media print { section { break-inside: avoid; } }
`;
