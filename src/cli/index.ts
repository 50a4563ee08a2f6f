#!/usr/bin/env node
import { calibrate } from './calibrate.js';
import { check } from './check.js';
import { compile } from './compile.js';
import { serve } from './serve.js';
import { simulate } from './simulate.js';
import { UsageError } from './usage.js';

const help = `pix-diagnostic <command>

Commands
  check <folder>                  Checks the files of a pack and says what is to be corrected, and where.
  compile <folder> --out <folder> Checks a pack and writes it as JSON: pack.json and items/<id>.json.
  simulate <folder> --pathway <id> Sends simulated learners through a pathway and says what becomes of them.
  calibrate <folder> <answers>    Estimates how hard the skills of a pack are, from the answers to it.
  serve                           Runs the diagnostic service: sessions, signed results, webhooks.

Options
  -h, --help                      Shows this text, or the help of a command.

Exit status: 0 when all is well, 1 when the pack or the answers have errors or the service cannot run, 2 when the command is not understood.
`;

const commands: Readonly<Record<string, (parameters: string[]) => Promise<number>>> = { check, compile, calibrate, simulate, serve };

async function run([name = '', ...parameters]: string[]): Promise<number> {
  if (name === '' || name === '-h' || name === '--help' || name === 'help') {
    process.stdout.write(help);
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}".`);
  return command(parameters);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\nTry pix-diagnostic --help.\n`);
  process.exitCode = 2;
}
