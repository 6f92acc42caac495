import { emptySheet } from './fileBuilder';

/** Three measures as a controller lists them, two of them decided, and what two verksamheter must find; tkr. */
export const measureSheet = emptySheet('Underlag', [
  ['Åtgärder 2025, tkr'],
  [],
  ['Område', 'Åtgärd', 'Beskrivning', 'Start', 'Effekt 2025', 'Helårseffekt', 'Status'],
  ['Hemtjänst', 'Kvällsplanering', 'En grupp i stället för tre', '2025-04-01', 900, 1200, 'Pågår'],
  ['Hemtjänst', 'Digital tillsyn', 'Kamera på natten', '2025-07-01', 300, 600, 'Beslutad'],
  ['Särskilt boende', 'Ny schemamodell', 'Resurspass', '2025-01-01', 2400, 2400, 'Förslag'],
]);

export const requirementSheet = emptySheet('Krav', [
  ['Verksamhetsområde', 'Åtgärdskrav 2025 (tkr)'],
  ['Hemtjänst', 2000],
  ['Särskilt boende', 3000],
]);
