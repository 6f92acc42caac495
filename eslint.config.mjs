import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import officeAddins from 'eslint-plugin-office-addins';

/**
 * Which rooms a room may import (src/<room>/…), besides itself. Left may import right, nothing else. Of the rooms in `types` only
 * types, and the few values named in `values`: what a sentence or a form cannot do without and must not say in its own way.
 */
const rooms = {
  core: { imports: [] },
  workbook: { imports: ['core'] },
  text: { imports: [], types: ['core', 'workbook'], values: ['HostError', 'unitDecimals'] },
  app: { imports: ['core', 'workbook'] },
  excel: { imports: ['workbook'], types: ['core'] },
  functions: { imports: ['core', 'text'] },
  taskpane: {
    imports: ['app', 'text'],
    types: ['core', 'workbook'],
    values: ['COMMON_VERKSAMHET', 'HostError', 'MEASURE_STATUSES'],
  },
  commands: { imports: ['app', 'text', 'core', 'workbook', 'excel'] },
};
const everyRoom = [...Object.keys(rooms), 'workbench'];
const hostGlobals = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime', 'CustomFunctions'].map((name) => ({
  name,
  message: 'Only src/excel (and the composition roots) may name the host.',
}));
const domGlobals = ['document', 'window', 'navigator', 'localStorage', 'fetch', 'process'].map((name) => ({
  name,
  message: 'core and workbook are pure.',
}));

const inRooms = (names) => names.flatMap((name) => [`**/${name}/*`, `**/${name}/**`]);

const importLock = (room, extra = []) => {
  const { imports, types = [], values = [] } = rooms[room];
  const allowed = [room, ...imports, ...extra];
  const forbidden = everyRoom.filter((other) => !allowed.includes(other) && !types.includes(other));
  return {
    patterns: [
      { group: inRooms(forbidden), message: `src/${room} may import only: ${[...imports, ...extra, ...types.map((other) => `types of ${other}`)].join(', ') || 'nothing else'}.` },
      ...(types.length === 0
        ? []
        : [{ group: inRooms(types), allowTypeImports: true, ...(values.length === 0 ? {} : { allowImportNames: values }), message: `src/${room} may import only types of: ${types.join(', ')}.` }]),
      ...(room === 'taskpane' ? [] : [{ group: ['react', 'react-dom', 'react-dom/*', '@fluentui/*'], message: 'React lives in src/taskpane.' }]),
    ],
  };
};

/** Reads and writes go through one door, so that waiting, undo and refusals are handled in one place. */
const excelRunLock = { selector: "CallExpression[callee.object.name='Excel'][callee.property.name='run']", message: 'Only src/excel/excelRun.ts calls Excel.run.' };

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', 'test/artefacts', '.cache'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  ...Object.keys(rooms).map((room) => ({
    files: [`src/${room}/**/*.{ts,tsx}`],
    ignores: ['src/taskpane/index.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', importLock(room)],
      'no-restricted-globals': [
        'error',
        ...(['excel', 'commands', 'functions'].includes(room) ? [] : hostGlobals),
        ...(['core', 'workbook'].includes(room) ? domGlobals : []),
      ],
    },
  })),
  { files: ['src/taskpane/index.tsx'], rules: { '@typescript-eslint/no-restricted-imports': ['error', importLock('taskpane', ['excel', 'commands', 'functions'])] } },
  { files: ['src/**/*.{ts,tsx}'], ignores: ['src/excel/excelRun.ts'], rules: { 'no-restricted-syntax': ['error', excelRunLock] } },
  { files: ['src/excel/**/*.ts'], plugins: { 'office-addins': officeAddins }, rules: { 'office-addins/no-context-sync-in-loop': 'error', 'office-addins/load-object-before-read': 'error', 'office-addins/call-sync-before-read': 'error', 'office-addins/no-empty-load': 'error', 'office-addins/no-navigational-load': 'error', 'office-addins/test-for-null-using-isNullObject': 'error' } },
  { files: ['src/taskpane/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  { files: ['**/*.cjs', 'webpack.config.js'], languageOptions: { sourceType: 'commonjs' }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
