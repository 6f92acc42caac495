import { resolve } from 'node:path';
import { scoreReading } from './scoreReading';

/** Prints the score of the reading of test/fixtures/zoo, or of another folder of fixtures. Run: npx tsx test/support/scoreZoo.ts [menagerie | bestiary] [-v] */
const flags = process.argv.slice(2);
const folder = flags.find((flag) => !flag.startsWith('-')) ?? 'zoo';
void scoreReading(resolve(__dirname, '../fixtures', folder), flags.filter((flag) => flag.startsWith('-'))).then((text) => process.stdout.write(text));
