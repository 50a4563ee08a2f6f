// Writes generated/ from openapi.yaml: npm run contract. Options: --check says whether it is up to date, and writes nothing.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { parse } from 'yaml';

const here = new URL('./', import.meta.url);
const document = parse(await readFile(new URL('openapi.yaml', here), 'utf8'));

/** A schema that stands for a type of the model names it: `x-model`. */
const named = (schema) => (schema['x-model'] ? ts.factory.createTypeReferenceNode(schema['x-model']) : undefined);
const models = [...new Set(JSON.stringify(document).matchAll(/"x-model":"(\w+)"/g))].map(([, name]) => name);
const types = astToString(await openapiTS(structuredClone(document), { immutable: true, transform: named, exportType: true }));

const banner = '// Written by `npm run contract` from openapi.yaml. Change that.';
const files = {
  'generated/types.ts': `${banner}\nimport type { ${[...new Set(models)].sort().join(', ')} } from '../../model/index.js';\n\n${types}`,
  'generated/openapi.json': JSON.stringify(document),
};

const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(files)) {
  const url = new URL(name, here);
  const pretty = await format(text, { ...(await resolveConfig(url)), filepath: fileURLToPath(url) });
  const before = await readFile(url, 'utf8').catch(() => '');
  if (before === pretty) continue;
  if (!check) await writeFile(url, pretty);
  else {
    console.error(`src/contract/${name} is not what openapi.yaml says. Run: npm run contract`);
    process.exitCode = 1;
  }
}
