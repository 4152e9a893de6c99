import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import {createTypeScriptImportResolver} from 'eslint-import-resolver-typescript';
import lit from 'eslint-plugin-lit';

/** Data flows one way. Each zone says in a sentence what it may not know. */
const zones = [
  zone(
    'warehouse',
    ['ingest', 'queries', 'dashboard', 'commands'],
    'The warehouse stores; it knows no delivery, question or screen.',
  ),
  zone(
    'ingest',
    ['queries', 'dashboard', 'commands'],
    'Ingest fills the warehouse; it knows no question or screen.',
  ),
  zone(
    'queries',
    ['ingest', 'dashboard', 'commands'],
    'Queries read the warehouse; they know no delivery or screen.',
  ),
  zone(
    'dashboard/server',
    ['ingest', 'warehouse/open.ts', 'fixtures', 'commands'],
    'The server opens publications only, never the exact warehouse.',
  ),
  zone(
    'dashboard/charts',
    ['ingest', 'warehouse', 'dashboard/server', 'dashboard/app', 'commands'],
    'Charts draw protected figures; they know the contract only.',
  ),
  zone(
    'dashboard/charts',
    ['queries'],
    'Charts draw protected figures; they know the contract only.',
    ['./contract'],
  ),
  zone(
    'dashboard/app',
    ['ingest', 'warehouse', 'dashboard/server', 'fixtures', 'commands'],
    'The browser knows the contract and the charts only.',
  ),
  zone('dashboard/app', ['queries'], 'The browser knows the contract and the charts only.', [
    './contract',
  ]),
  zone(
    'fixtures',
    ['ingest', 'queries', 'dashboard', 'warehouse', 'commands'],
    'The fixtures are a supplier: they know the exchange profile only.',
  ),
];

function zone(target, from, message, except = []) {
  return from.map((folder) => ({target: `./${target}`, from: `./${folder}`, message, except}));
}

export default tseslint.config(
  {ignores: ['node_modules', 'dist', 'data', 'coverage']},
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: {'import-x': importX},
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './dashboard/app/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({project: './tsconfig.json'})],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', {zones: zones.flat()}],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/consistent-type-assertions': ['error', {assertionStyle: 'never'}],
      '@typescript-eslint/no-unused-vars': ['error', {ignoreRestSiblings: true}],
      // DuckDB's streaming results end as if complete after an error in a later chunk.
      'no-restricted-properties': [
        'error',
        ...['stream', 'streamAndRead', 'streamAndReadAll', 'startStream'].map((property) => ({
          property,
          message: 'Streaming results of DuckDB truncate silently: use run*.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrels: import from the file that has it.',
        },
      ],
    },
  },
  {files: ['dashboard/app/**/*.ts'], ...lit.configs['flat/recommended']},
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: {globals: {process: 'readonly', console: 'readonly', URL: 'readonly'}},
  },
);
