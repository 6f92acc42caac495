import type { SheetGrid } from '../../src/workbook/grid';
import { buildGrid } from './gridBuilder';

/** Sheets as controllers lay them out, constructed; figures agree with each other. */
export const driftPerVerksamhet = (): SheetGrid =>
  buildGrid(
    [
      ['Kommun A, omsorgsnämnden'],
      ['Driftredovisning per verksamhet, tkr'],
      [],
      ['Verksamhet', 'Bokslut 2024', 'Budget 2025', 'Utfall jan-aug 2025', 'Prognos 2025', 'Avvikelse', 'Avvikelse %', 'Kommentar'],
      ['Äldreomsorg'],
      ['Hemtjänst', -41230, -42115, -29433, -44860, -2745, -0.0652, 'Fler beviljade timmar än budgeterat'],
      ['Särskilt boende', -88015, -90240, -60110, -90755, -515, -0.0057, ''],
      ['Korttidsboende', -9120, -9475, -6020, -9210, 265, 0.028, ''],
      ['Summa äldreomsorg', -138365, -141830, -95563, -144825, -2995, -0.0211, ''],
      ['Funktionsstöd'],
      ['Bostad med särskild service', -61240, -62310, -41770, -62995, -685, -0.011, ''],
      ['Daglig verksamhet', -20315, -21140, -13780, -20890, 250, 0.0118, 'Vakanser under våren'],
      ['Summa funktionsstöd', -81555, -83450, -55550, -83885, -435, -0.0052, ''],
      ['Totalt', -219920, -225280, -151113, -228710, -3430, -0.0152, ''],
      [],
      ['Avrundningar kan förekomma.'],
    ],
    { name: 'Drift', formats: { 'B6:F14': '#,##0', 'G6:G14': '0.0%' } },
  );

export const threeHeadingRows = (): SheetGrid =>
  buildGrid(
    [
      ['Prognos per den 31 augusti'],
      ['Belopp i mnkr'],
      [],
      ['', 'Budget', '', '', 'Prognos', '', '', 'Avvikelse'],
      ['', 2025, '', '', 2025, '', '', ''],
      ['Ansvar', 'Kostnader', 'Intäkter', 'Netto', 'Kostnader', 'Intäkter', 'Netto', 'netto'],
      ['510 Ledning', -12.4, 0.3, -12.1, -12.9, 0.3, -12.6, -0.5],
      ['520 Hemtjänst', -151.2, 8.4, -142.8, -158.7, 9.1, -149.6, -6.8],
      ['530 Boenden', -301.5, 31.2, -270.3, -299.8, 30.4, -269.4, 0.9],
      ['540 Hälso- och sjukvård', -61.3, 1.7, -59.6, -62.2, 1.9, -60.3, -0.7],
      ['Summa', -526.4, 41.6, -484.8, -533.6, 41.7, -491.9, -7.1],
    ],
    { name: 'Prognos', merges: ['B4:D4', 'E4:G4', 'B5:D5', 'E5:G5'], formats: { 'B7:H11': '#,##0.0' } },
  );

export const sideBySide = (): SheetGrid =>
  buildGrid(
    [
      ['Ekonomi och volymer t.o.m. september'],
      [],
      ['Resultaträkning, tkr', 'Årsbudget', 'Årsprognos', 'Diff', '', 'Volym', 'Budget', 'Prognos', 'Diff'],
      ['Intäkter', 9100, 9420, 320, '', 'Platser särskilt boende', 312, 309, -3],
      ['Personalkostnader', -61200, -63750, -2550, '', 'Beviljade timmar', 188200, 191460, 3260],
      ['Lokaler', -8800, -8800, 0, '', 'Platser korttid', 41, 38, -3],
      ['Övriga kostnader', -5310, -5125, 185, '', 'Brukare boendestöd', 97, 104, 7],
      ['Netto', -66210, -68255, -2045],
    ],
    { name: 'Översikt' },
  );

export const measures = (): SheetGrid =>
  buildGrid(
    [
      ['Åtgärdsplan för ekonomi i balans (tkr)'],
      [],
      ['Område', 'Åtgärd', 'Beskrivning', 'Startdatum', 'Ansvarig', 'Effekt 2025', 'Helårseffekt', 'Status', 'Kommentar'],
      ['Hemtjänst', 'Samlad planering', 'En planeringsgrupp i stället för tre', 45717, 'Enhetschef', 900, 1080, 'Pågår', ''],
      ['', 'Färre resor', 'Ny ruttplanering', 45839, 'Enhetschef', 210, 420, 'Beslutad', 'Avtal klart i maj'],
      ['Boende', 'Nattbemanning', 'Återgång till grundbemanning', 45748, 'Områdeschef', 1350, 1800, 'Genomförd', ''],
      ['', 'Hemtagning av platser', 'Fyra brukare', 'ej beslutad', 'Myndighetschef', '-', 3100, 'Utreds', ''],
      ['Summa', '', '', '', '', 2460, 6400],
    ],
    { name: 'Åtgärder', formats: { 'D4:D7': 'yyyy-mm-dd', 'F4:G8': '#,##0' } },
  );

export const indicators = (): SheetGrid =>
  buildGrid(
    [
      ['Nyckeltal och mål'],
      [],
      ['Indikator', 2022, 2023, 2024, 'Etappmål 2025', 'Målvärde 2028', 'Önskad riktning'],
      ['Trygghet hemtjänst (%)', 79, 77, 81, 83, 90, 'Öka'],
      ['Personalkontinuitet, antal', 23.3, 22.8, 21.4, 20, 17, 'Minska'],
      ['Sjukfrånvaro', '9,7 %', '–', '8,7 %', '8,0 %', '7 %', 'Minska'],
    ],
    { name: 'Mål' },
  );

export const monthRows = (): SheetGrid =>
  buildGrid(
    [
      ['Beviljad och utförd tid'],
      [],
      ['Månad', 'Beviljade timmar', 'Utförda timmar', 'Utförandegrad', 'Antal brukare'],
      ...Array.from({ length: 9 }, (_, month) => [45658 + Math.round(month * 30.44), 31000 + month * 113, 24000 + month * 97, 0.77, 900 + month]),
    ],
    { name: 'Tid', formats: { 'A4:A12': 'mmm yyyy', 'D4:D12': '0%' } },
  );

export const monthColumns = (): SheetGrid =>
  buildGrid(
    [
      ['Vikarier, övertid och sjuklön'],
      [],
      ['Kostnad (tkr)', 'jan-25', 'feb-25', 'mar-25', 'apr-25', 'maj-25', 'jun-25', 'Ack'],
      ['Övertid', 616, 681, 536, 522, 651, 610, 3616],
      ['Timvikarier', 3424, 3932, 4052, 4309, 3877, 3901, 23495],
      ['Sjuklön', 1432, 1047, 1100, 1255, 1493, 1044, 7371],
    ],
    { name: 'Månad' },
  );

export const ledger = (rows = 40): SheetGrid =>
  buildGrid(
    [
      ['Huvudbok, urval ansvar 051'],
      [],
      ['Ansvar', 'Ansvar(T)', 'Verksamhet', 'Konto', 'Konto(T)', 'Period', 'Belopp'],
      ...Array.from({ length: rows }, (_, row) => [`0510${row % 4}`, `Enhet ${row % 4}`, String(510 + (row % 5)), String(row % 7 === 0 ? 30110 : 50110 + (row % 3)), row % 7 === 0 ? 'Avgifter' : 'Månadslön', `2025${String((row % 8) + 1).padStart(2, '0')}`, row % 7 === 0 ? -1203.5 - row : 40210.25 + row * 3]),
    ],
    { name: 'GL' },
  );

export const staffList = (): SheetGrid =>
  buildGrid(
    [
      ['Anst.nr', 'Namn', 'Befattning', 'Syss.grad', 'Timlön', 'Anställd'],
      ['0101', 'Person 1', 'Undersköterska', 0.75, 171.5, 44000],
      ['0102', 'Person 2', 'Sjuksköterska', 1, 221, 43210],
      ['0103', 'Person 3', 'Vårdbiträde', 0.5, 158.25, 45001],
    ],
    { name: 'Personal', formats: { 'F2:F4': 'yyyy-mm-dd', 'D2:D4': '0%' } },
  );

export const riskTable = (): SheetGrid =>
  buildGrid(
    [
      ['Risk', 'Sannolikhet', 'Konsekvens', 'Riskvärde', 'Riskåtgärd', 'Ansvarig', 'Status'],
      ['Svårt att rekrytera', 4, 3, 12, 'Utbildningsavtal', 'HR', 'Pågår'],
      ['Avbrott i larm', 2, 4, 8, 'Reservrutin', 'It', 'Klar'],
      ['Stigande priser', 3, 3, 9, 'Omförhandling', 'Inköp', 'Utreds'],
    ],
    { name: 'Risker' },
  );
