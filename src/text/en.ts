import { enReading } from './enReading';
import { enWriting } from './enWriting';
import type { Texts } from './sv';

/** Every sentence of the pane in English. */
export const en: Texts = { ...enReading, ...enWriting };
