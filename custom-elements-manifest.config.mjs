import { readFileSync } from 'node:fs';

const tag = 'pix-diagnostic';
const element = 'PixDiagnosticElement';

/** What a page can use, under the paths that the package has: the analyzer describes the sources, with all that is inside. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest }) {
    const found = customElementsManifest.modules.flatMap(({ declarations }) => declarations);
    const isEvent = ({ name }) => /^Pix\w+Event$/.test(name);
    const declarations = [
      publicElement(found.find(({ name }) => name === element)),
      ...found.filter(isEvent).map((event) => ({ ...event, superclass: { name: 'CustomEvent', package: 'global:' } })),
      found.find(({ name }) => name === 'define'),
    ];
    const path = 'dist/element.js';
    const reference = (name) => ({ name, module: path });
    customElementsManifest.schemaVersion = '2.1.0';
    customElementsManifest.modules = [
      {
        kind: 'javascript-module',
        path,
        declarations,
        exports: declarations.map(({ name }) => ({ kind: 'js', name, declaration: reference(name) })),
      },
      {
        kind: 'javascript-module',
        path: 'dist/pix-diagnostic.js',
        declarations: [],
        exports: [
          ...declarations.map(({ name }) => ({ kind: 'js', name, declaration: reference(name) })),
          { kind: 'custom-element-definition', name: tag, declaration: reference(element) },
        ],
      },
    ];
  },
};

function publicElement({ members, attributes, cssProperties, ...others }) {
  const defaults = defaultsOfProperties();
  return {
    ...others,
    superclass: { name: 'LitElement', package: 'lit' },
    tagName: tag,
    customElement: true,
    attributes: attributes.map(own),
    members: members
      .filter(({ name, privacy }) => !privacy && !name.startsWith('#') && name !== 'formAssociated')
      .map(own)
      // How a value that cannot be set is first made is nobody's business.
      .map(({ default: first, ...member }) => (member.readonly || first === undefined ? member : { ...member, default: first })),
    cssProperties: cssProperties.map((property) => ({ ...property, default: defaults[property.name] })),
  };
}

/** The class it is inherited from is inside. */
const own = ({ inheritedFrom: _, ...member }) => member;

function defaultsOfProperties() {
  const tokens = readFileSync('src/ui/styles/tokens.ts', 'utf8');
  return Object.fromEntries(
    [...tokens.matchAll(/--_[\w-]+: var\((--pix-[\w-]+), (.*)\);$/gm)].map(([, name, value]) => [name, value.replace('--_', '--pix-')]),
  );
}

export default {
  globs: ['src/ui/diagnostic/*.ts', 'src/index.ts', 'src/element.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [published],
};
