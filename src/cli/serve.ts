import { readArguments, UsageError } from './usage.js';

const help = `pix-diagnostic serve [--port 8080] [--data <folder>] [--config <file>] [--pack <folder>]

Runs the diagnostic service: sessions, signed results, webhooks. It stops on SIGINT or SIGTERM, once running requests
have ended.

Options
  --port <number>              Where to listen. 8080 unless said, or PORT. 0: any free port.
  --host <address>             On which address to listen. 127.0.0.1 unless said, or HOST.
  --data <folder>              Where the built-in database keeps its data. ./pix-diagnostic-data unless said.
  --config <file>              Partners, JSON or YAML: { partners: { <id>: { name, origins, launch, pathways, … } } }.
  --pack <folder>              A compiled pack; new sessions get the first one. Give older ones too while their sessions
                               last. The pack that comes with the package unless said.
  --address <url>              How the world reaches the service; it is the issuer of signed results.
  --trust-proxy                The caller's address is the last one of X-Forwarded-For.
  --allow-private-addresses    Webhooks and key sets may be at private addresses.
  --rotate-keys                Publishes a new key, which signs an hour later; what the one before signed stays valid.

Environment
  DATABASE_URL                 A PostgreSQL (15 or later) instead of the built-in database: postgres://user:password@host/name
  PIX_DIAGNOSTIC_ADMIN_KEY     The operator's secret, for /v1/partners and /metrics.
  PIX_DIAGNOSTIC_ADDRESS       As --address.
`;

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  config: { type: 'string' },
  pack: { type: 'string', multiple: true },
  address: { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  'allow-private-addresses': { type: 'boolean' },
  'rotate-keys': { type: 'boolean' },
} as const;

/** Runs the service until it is told to stop. Returns the exit status. */
export async function serve(parameters: string[]): Promise<number> {
  const { words, values } = readArguments(parameters, options);
  if (values['help']) {
    process.stdout.write(help);
    return 0;
  }
  if (words.length) throw new UsageError(`"${words[0]}" is not an option of serve.`);
  const { settingsFrom, startServer } = await import('../server/index.js');
  const told = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  try {
    const server = await startServer(settingsFrom(values, process.env));
    await told;
    await server.close();
    return 0;
  } catch (error) {
    process.stderr.write(`The service cannot run: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
