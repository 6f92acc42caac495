import { runDemos } from './runDemos';

// The exit code is set, not forced: what has been printed must reach a pipe first.
void runDemos(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`), (line) => process.stderr.write(`${line}\n`)).then((code) => {
  process.exitCode = code;
});
