import { AppError } from '../errors.ts'
import { ANALYZE_HELP, analyze } from './analyze.ts'
import { BACKUP_HELP, backup, RESTORE_HELP, restore } from './backup.ts'
import { CommandError } from './command-error.ts'
import { IMPORT_HELP, importNetwork } from './import-network.ts'
import { INIT_HELP, init } from './init.ts'
import type { Terminal } from './terminal.ts'
import {
  USER_ADD_HELP,
  USER_LIST_HELP,
  USER_RESET_LINK_HELP,
  userAdd,
  userList,
  userResetLink,
} from './user.ts'

const HELP = `jejaring: the observatory of a city's creative economy

  npm start                            serve page and API
  npx jejaring init                    make an empty register for a real city
  npx jejaring import network FOLDER   read a network from nodes.csv and edges.csv into a database
  npx jejaring analyze                 print the measures of a network from two CSV files
  npx jejaring backup [FILE]           copy the register while it is in use
  npx jejaring restore FILE            put a backup in the place of the register
  npx jejaring user add                add a person who signs in
  npx jejaring user list               print everybody who has an account
  npx jejaring user reset-link         make a one-time link to set a new password with

npx jejaring COMMAND --help tells the options of one.
`

interface Command {
  words: string[]
  help: string
  run: (args: string[], terminal: Terminal) => Promise<void>
}

const COMMANDS: readonly Command[] = [
  { words: ['init'], help: INIT_HELP, run: init },
  { words: ['import', 'network'], help: IMPORT_HELP, run: importNetwork },
  { words: ['user', 'add'], help: USER_ADD_HELP, run: userAdd },
  { words: ['user', 'list'], help: USER_LIST_HELP, run: userList },
  { words: ['user', 'reset-link'], help: USER_RESET_LINK_HELP, run: userResetLink },
  { words: ['backup'], help: BACKUP_HELP, run: backup },
  { words: ['restore'], help: RESTORE_HELP, run: restore },
  { words: ['analyze'], help: ANALYZE_HELP, run: analyze },
]

const asksForHelp = (args: readonly string[]) => args.some((word) => word === '--help' || word === '-h')

/** Runs one command line and returns the exit code. What went wrong is said in plain sentences. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = COMMANDS.find(({ words }) => words.every((word, i) => args[i] === word))
  if (!command) {
    const wanted = args.length === 0 || asksForHelp(args) || args[0] === 'help'
    if (wanted) await terminal.out(HELP)
    else terminal.say(`There is no command "${args.join(' ')}".\n\n${HELP}`)
    return wanted ? 0 : 1
  }
  const rest = args.slice(command.words.length)
  if (asksForHelp(rest)) {
    await terminal.out(command.help)
    return 0
  }
  try {
    await command.run(rest, terminal)
    return 0
  } catch (error) {
    terminal.say(sentenceFor(error))
    return 1
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof CommandError || error instanceof AppError) return error.message
  if (!(error instanceof Error)) return String(error)
  // Node's own words for an option it does not know are plain enough.
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return error.message
  return process.env.NODE_ENV === 'development' ? (error.stack ?? error.message) : error.message
}
