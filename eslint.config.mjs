import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import imports from 'eslint-plugin-import-x';
import { configs as lit } from 'eslint-plugin-lit';
import a11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import typescript from 'typescript-eslint';

/** Which folders of src/ a folder may import from, itself apart. Types count. */
const layers = {
  model: [],
  grading: ['model'],
  engine: ['model'],
  content: ['model', 'grading'],
  contract: ['model'],
  backend: ['model', 'grading', 'engine', 'content', 'contract'],
  explanation: ['model'],
  session: ['model', 'backend'],
  ui: ['model', 'grading', 'content', 'backend', 'session', 'explanation'],
  verify: ['model'],
  reports: ['model', 'contract', 'backend'],
  msw: ['model', 'engine', 'content', 'backend', 'contract', 'reports'],
  server: ['model', 'grading', 'engine', 'content', 'backend', 'contract', 'explanation', 'reports'],
  cli: ['model', 'grading', 'engine', 'content', 'backend', 'server'],
};

const zones = Object.entries(layers).map(([layer, allowed]) => ({
  target: `./src/${layer}`,
  from: './src',
  except: [layer, ...allowed, 'version.ts', 'import-again.ts'].map((name) => `./${name}`),
  message: `src/${layer} may import ${allowed.length ? `only ${allowed.map((name) => `src/${name}`).join(', ')}` : 'nothing else of src'}.`,
}));

// A task type can be deleted without touching another.
const tasks = ['choice', 'order', 'match', 'text', 'mail', 'files'];
const taskZones = tasks.map((task) => ({
  target: `./src/ui/tasks/${task}`,
  from: './src/ui/tasks',
  except: [`./${task}`, './task-element.ts', './surface-element.ts', './exhibit.ts', './option.ts'],
  message: 'A task type imports no other.',
}));

export default typescript.config(
  { ignores: ['dist/', 'site/', 'coverage/', '.wtr-vendor/', 'node_modules/'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'demo/**/*.ts'],
    extends: [typescript.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'import-x': imports, 'lit-a11y': a11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver()],
      'import-x/extensions': ['.ts', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      ...a11y.configs.recommended.rules,
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...taskZones] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      // Lit binds handlers in templates to the element; our methods are arrow functions where they are passed on.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Safari forgets that a list without markers is a list: role="list" says it again.
      'lit-a11y/no-redundant-role': 'off',
      // In a native dialog it says which control takes the focus when it opens.
      'lit-a11y/no-autofocus': 'off',
    },
  },
  {
    // Tags bound with lit/static-html, which these two rules do not know.
    files: [
      'src/ui/parts/heading.ts',
      'src/ui/views/question.ts',
      'src/ui/views/later/result.ts',
      'src/ui/views/later/explanation.ts',
      'src/ui/views/later/survey.ts',
    ],
    rules: { 'lit/binding-positions': 'off', 'lit/no-invalid-html': 'off' },
  },
  {
    // chai's assertions are properties.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'test', 'it', 'suite'], package: 'node:test' }] },
      ],
    },
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
  },
);
