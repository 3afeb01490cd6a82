import { describe, expect, it } from 'vitest'
import { readConfig } from '#server/config.ts'
import { databasePath } from '#server/db/database.ts'

describe('the configuration', () => {
  it('has defaults and takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', HOST: '' })).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: 'file:data/jejaring.db',
      databaseIsDefault: true,
      backup: { everyHours: 24, keep: 14, folder: undefined },
      demoSignIn: false,
      trustedProxies: 0,
    })
    expect(readConfig({ PORT: '8080', HOST: '0.0.0.0', DATABASE_URL: 'file:/x/y.db' })).toEqual({
      host: '0.0.0.0',
      port: 8080,
      databaseUrl: 'file:/x/y.db',
      databaseIsDefault: false,
      backup: { everyHours: 24, keep: 14, folder: undefined },
      demoSignIn: false,
      trustedProxies: 0,
    })
  })
  it.each([
    [{ PORT: 'http' }, /^PORT is not valid/],
    [{ PORT: '70000' }, /^PORT is not valid/],
    [{ DATABASE_URL: 'postgres://x' }, /^DATABASE_URL is not valid/],
    [{ DATABASE_URL: 'file:' }, /^DATABASE_URL is not valid/],
    [{ DEMO_SIGN_IN: 'yes' }, /^DEMO_SIGN_IN is not valid/],
    [{ BACKUP_KEEP: '0' }, /^BACKUP_KEEP is not valid/],
    [{ BACKUP_EVERY_HOURS: 'daily' }, /^BACKUP_EVERY_HOURS is not valid/],
  ])('names the variable that is wrong: %o', (env, message) => {
    expect(() => readConfig(env)).toThrow(message)
  })
  it('reads paths as people write them', () => {
    expect(databasePath('file:/x/y.db')).toBe('/x/y.db')
    expect(databasePath('file:///x/y.db')).toBe('/x/y.db')
    expect(databasePath('file:data/a.db')).toBe(`${process.cwd()}/data/a.db`)
    expect(databasePath(':memory:')).toBe(':memory:')
  })
})
