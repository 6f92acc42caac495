import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { dist } from './builtFunctions';

const golden = path.join(__dirname, '..', 'fixtures', 'golden');

describe('the built functions', () => {
  it('pass every reference case', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(golden, 'run.cjs'), dist, path.join(golden, 'functions.json')], { encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toMatch(/^[1-9]\d* passed, 0 failed\s*$/);
    expect(status).toBe(0);
  });
});
