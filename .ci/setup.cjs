// Makes a fresh checkout ready: npm packages always; Chromium and LibreOffice (browser tests and recalculation tests)
// where the machine is a Debian-like one that we may install on. Elsewhere the tests that need them say so and are skipped.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { execSync, spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.join(__dirname, '..');
process.chdir(root);
const run = (command) => execSync(command, { stdio: 'inherit' });
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const lock = readFileSync('package-lock.json', 'utf8');
const stamp = path.join('node_modules', '.von-lock');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  run('npm ci --no-audit --no-fund --loglevel=error');
  writeFileSync(stamp, lock);
}

if (!process.argv.includes('--packages-only')) {
  const wanted = [
    ['chromium', 'chromium'],
    ['soffice', 'libreoffice-calc'],
  ].filter(([program]) => !has(program));
  if (wanted.length > 0) {
    const packages = wanted.map(([, name]) => name).join(' ');
    if (has('apt-get') && process.getuid?.() === 0) {
      run(`apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${packages} fonts-liberation`);
    } else {
      console.log(`Not installed here: ${packages}. The tests that need them are skipped.`);
    }
  }
}
