/** Other names that exports use for a canonical column, in lower case with _ between words. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  team_id: ['team', 'wijkteam', 'teamcode', 'sociaal_team', 'sociaal_wijkteam'],
  client_id: ['client', 'clientnummer', 'clientnr', 'pseudoniem', 'clientpseudoniem', 'persoon_id'],
  huishouden_id: ['huishouden', 'huishoudnummer', 'gezinsnummer'],
  geboortejaar: ['geb_jaar', 'jaar_van_geboorte'],
  geslacht: ['geslachtsaanduiding', 'sekse'],
  gebied_code: ['wijkcode', 'wijk_code', 'buurtcode', 'gebied'],
  aanmelding_id: [
    'aanmeldnummer',
    'aanmeldingnummer',
    'meldingnummer',
    'melding_id',
    'meldingsnummer',
  ],
  datum_aanmelding: [
    'aanmelddatum',
    'datum_melding',
    'meldingsdatum',
    'melddatum',
    'datum_binnenkomst',
  ],
  toegangspoort: ['binnengekomen_via', 'aangemeld_door', 'aanmelder', 'ingang', 'verwezen_door'],
  vraagtype: ['hoofdvraag', 'hulpvraag', 'soort_vraag', 'vraag', 'leefgebied', 'probleem'],
  wet: ['regeling', 'wettelijk_kader'],
  crisis: ['spoed', 'crisismelding'],
  datum_eerste_contact: ['eerste_gesprek', 'eerste_contact', 'datum_eerste_gesprek'],
  datum_afgesloten: ['afgerond_op', 'datum_afsluiting', 'afsluitdatum', 'datum_afgerond'],
  casus_id: ['casusnummer', 'dossiernummer', 'dossier_id', 'zaaknummer'],
  datum_start: ['startdatum', 'datum_begin', 'begindatum', 'datumstart'],
  datum_einde: ['einddatum', 'datum_eind', 'datumeinde', 'datum_sluiting'],
  contact_id: ['contactnummer', 'contactmoment_id', 'contactmomentnummer'],
  datum: ['contactdatum', 'datum_contact', 'gespreksdatum', 'datum_gesprek'],
  soort: ['soort_contact', 'contactsoort', 'contactvorm'],
  minuten: ['duur', 'tijdsduur', 'duur_minuten', 'tijd_minuten'],
  discipline: ['functie', 'functiegroep'],
  toewijzingnummer: ['toewijzing', 'toewijzingsnummer', 'toewijzing_id'],
  aanbieder_id: ['aanbieder', 'agb', 'agb_code', 'zorgaanbieder', 'leverancier'],
  productcategorie: ['categorie', 'productcategoriecode'],
  productcode: ['product', 'voorzieningcode'],
  datum_aanvraag: ['aanvraagdatum'],
  datum_besluit: ['besluitdatum', 'datum_beschikking', 'beschikkingsdatum', 'datumtoewijzing'],
  ingangsdatum: ['datum_ingang', 'startdatum', 'begindatum'],
  einddatum: ['datum_einde', 'datum_eind', 'einddatum_toewijzing'],
  volume: ['omvang', 'aantal', 'hoeveelheid', 'uren'],
  bedrag: ['bedrag_euro', 'kosten', 'ingediend_bedrag'],
  referentie: ['referentienummer', 'regelnummer', 'declaratieregel'],
  periode_begin: ['datum_begin', 'periode_van', 'begindatum'],
  periode_eind: ['datum_eind', 'periode_tot', 'einddatum'],
  datum_ingediend: ['declaratiedatum', 'datum_declaratie', 'indiendatum'],
};

/** A name as we compare it: no capitals, no accents, _ between words. */
export function plainName(naam: string): string {
  return naam
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
}
