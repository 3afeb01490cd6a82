import { z } from 'zod'

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port number')
  .transform(Number)
  .refine((n) => n <= 65_535, 'a port number up to 65535')

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'a SQLite file such as file:data/jejaring.db (postgres:// is not supported yet)')
    .optional(),
  BACKUP_EVERY_HOURS: z
    .string()
    .regex(/^\d{1,4}$/, 'a number of hours, 0 for never')
    .transform(Number)
    .default(24),
  BACKUP_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'how many backups are kept, 1 to 999')
    .transform(Number)
    .default(14),
  BACKUP_FOLDER: z.string().min(1).optional(),
  DEMO_SIGN_IN: z.enum(['0', '1'], '0 or 1').default('0'),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^\d$/, 'the number of proxies in front, 0 to 9')
    .transform(Number)
    .default(0),
})

export const DEFAULT_DATABASE_URL = 'file:data/jejaring.db'

export interface Config {
  host: string
  port: number
  databaseUrl: string
  /** Nobody chose a database: the demonstration may fill the default file. */
  databaseIsDefault: boolean
  backup: {
    /** 0: only when somebody asks */
    everyHours: number
    /** how many of each reason: by the clock, before a migration, … */
    keep: number
    /** beside the database where nobody chose one */
    folder: string | undefined
  }
  /** One-click sign-in to a demonstration is offered to other machines too. */
  demoSignIn: boolean
  /** How many own proxies stand in front, whose `X-Forwarded-For` is believed. */
  trustedProxies: number
}

/** Reads the environment, the only place of configuration. Throws one sentence that names the variable. */
export function readConfig(env: Record<string, string | undefined>): Config {
  // An empty variable counts as absent, as in `PORT= npm start`.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Error(`${String(issue.path[0])} is not valid: expected ${issue.message}.`)
  }
  const { HOST, PORT, DATABASE_URL, DEMO_SIGN_IN, TRUSTED_PROXIES, ...backup } = parsed.data
  return {
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL ?? DEFAULT_DATABASE_URL,
    databaseIsDefault: DATABASE_URL === undefined,
    backup: {
      everyHours: backup.BACKUP_EVERY_HOURS,
      keep: backup.BACKUP_KEEP,
      folder: backup.BACKUP_FOLDER,
    },
    demoSignIn: DEMO_SIGN_IN === '1',
    trustedProxies: TRUSTED_PROXIES,
  }
}
