import { svReading } from './svReading';
import { svWriting } from './svWriting';

/** Every sentence of the pane in Swedish. */
export const sv = { ...svReading, ...svWriting };

/** The keys that every language must have; a missing one does not compile. */
export type Texts = typeof sv;
