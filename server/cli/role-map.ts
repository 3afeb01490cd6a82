import { ROLE_IDS } from '#shared/contract/vocabulary.ts'
import { CommandError } from './command-error.ts'
import { readCsv, requireColumn, rowNumber } from './csv-table.ts'
import { RowErrors } from './row-errors.ts'

/** Value of the role column → role: the six roles by their own ids, and what a table with columns `value` and `role` adds. */
export type RoleMap = ReadonlyMap<string, string>

export function readRoleMap(path: string | undefined): RoleMap {
  const map = new Map<string, string>(ROLE_IDS.map((role) => [role, role]))
  if (path === undefined) return map
  const table = readCsv(path)
  const [valueAt, roleAt] = [requireColumn(table, 'value'), requireColumn(table, 'role')]
  const errors = new RowErrors()
  for (const [i, cells] of table.rows.entries()) {
    const role = cells[roleAt] ?? ''
    if (!ROLE_IDS.some((id) => id === role))
      errors.add(table.name, rowNumber(i), 'role', `"${role}" is none of ${ROLE_IDS.join(', ')}`)
    map.set(cells[valueAt] ?? '', role)
  }
  errors.throwIfAny()
  if (table.rows.length === 0) throw new CommandError(`${table.name} maps no value to a role.`)
  return map
}
