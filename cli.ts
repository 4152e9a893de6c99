import {Command, CommanderError} from 'commander';
import {aanval} from './commands/aanval.ts';
import {attesteer} from './commands/attesteer.ts';
import {controleer} from './commands/controleer.ts';
import {demo} from './commands/demo.ts';
import {exitCode} from './commands/errors.ts';
import {gebieden} from './commands/gebieden.ts';
import {kwaliteit} from './commands/kwaliteit.ts';
import {nacht, publiceer} from './commands/nacht.ts';
import {nulmeting} from './commands/nulmeting.ts';
import {pseudonimiseer} from './commands/pseudonimiseer.ts';
import {publicatie} from './commands/publicatie.ts';
import {profiel} from './commands/profiel.ts';
import {publicaties, terug} from './commands/publicaties.ts';
import {quarantaine} from './commands/quarantaine.ts';
import {serveer} from './commands/serveer.ts';

const program = new Command('wijkmonitor')
  .description('Laat zien of de sociale wijkteams werken, per wijk en tegen de nulmeting.')
  .option('--data <map>', 'map met alle gegevens', process.env['WIJKMONITOR_DATA'] ?? 'data')
  .helpOption('--help', 'toon deze uitleg')
  .helpCommand('help [opdracht]', 'toon de uitleg van een opdracht')
  .configureHelp({
    styleTitle: (title) => DUTCH_TITLES[title] ?? title,
    commandUsage: (command) => `${pathOf(command)} [opties] ${argumentsOf(command)}`.trimEnd(),
    optionDescription: ({description, defaultValue}) =>
      typeof defaultValue === 'string' && defaultValue !== ''
        ? `${description} (zonder: ${defaultValue})`
        : description,
    subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`.trimEnd(),
  })
  .configureOutput({
    outputError: (text, write) => {
      write(dutchUsageError(text));
    },
  })
  .exitOverride();

/** A command with the commands that it belongs to. */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function argumentsOf(command: Command): string {
  return command.registeredArguments
    .map((argument) => `${argument.name()}${argument.variadic ? '…' : ''}`)
    .map((name, at) => (command.registeredArguments[at]?.required ? `<${name}>` : `[${name}]`))
    .join(' ');
}

/** Headings of the help, which the library has in English only. */
const DUTCH_TITLES: Record<string, string> = {
  'Usage:': 'Gebruik:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Arguments:': 'Gegevens:',
};

function dutchUsageError(text: string): string {
  return `Deze opdracht is niet goed: ${text.replace(/^error: /, '')}Zie wijkmonitor --help.\n`;
}

for (const add of [
  demo,
  nacht,
  publiceer,
  serveer,
  controleer,
  profiel,
  gebieden,
  pseudonimiseer,
  nulmeting,
  publicatie,
  publicaties,
  terug,
  quarantaine,
  kwaliteit,
  attesteer,
  aanval,
]) {
  add(program);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? usageExit(error) : failure(error);
}

function usageExit(error: CommanderError): number {
  return error.exitCode === 0 ? 0 : 2;
}

function failure(error: unknown): number {
  const known = error instanceof Error && 'code' in error;
  console.error(known ? error.message : 'Er ging iets mis in het programma zelf.');
  if (!known) console.error(error);
  return exitCode(error);
}
