// Four projects: unit (pure rooms), functions (the built dist/functions.js), contract (office.js against the host), e2e (a real browser).
const path = require('node:path');
// These packages are published as ES modules only.
const esm = 'hucre|nanoid|rbush|quickselect|kdbush|cjk-regex|unicode-regex|regexp-util|franc-min|trigram-utils|n-gram|collapse-white-space';
const swc = (jsc) => ['@swc/jest', { jsc: { target: 'es2022', ...jsc }, module: { type: 'commonjs' } }];
const project = (name, testEnvironment = 'node') => ({
  displayName: name,
  rootDir: path.join(__dirname, '..'),
  roots: [`<rootDir>/test/${name}`],
  testEnvironment,
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json'],
  transform: {
    '\\.(ts|tsx)$': swc({ parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }),
    '\\.mjs$': swc({}),
    [`/node_modules/(${esm})/.+\\.js$`]: swc({}),
  },
  moduleNameMapper: { '^lodash-es$': 'lodash', '^lodash-es/(.*)$': 'lodash/$1', '\\.css$': '<rootDir>/test/support/emptyStyle.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esm})/)`],
});
module.exports = { testTimeout: 60000, projects: [project('unit'), project('functions'), project('contract'), project('e2e')] };
