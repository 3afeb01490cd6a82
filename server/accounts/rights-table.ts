import { ACTIONS, ROLES, rightOf } from '#shared/contract/rights.ts'

/** The rights as a document, from the table that the server enforces. */
export function rightsTable(): string {
  const head = ['What', 'Action', ...ROLES]
  const rows = ACTIONS.map((action) => {
    const { what, roles, openOnDemonstration } = rightOf(action)
    const marks = ROLES.map((role) => (roles.includes(role) ? 'yes' : openOnDemonstration ? 'open' : ''))
    return [what, `\`${action}\``, ...marks]
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `# Who may do what

Written by \`npm run docs:rights\` from \`shared/contract/rights.ts\`; the server enforces that table on every route, and the
page offers only what it allows. *open*: only where everybody may read, which is on a demonstration, and on a register
without any account for whoever sits at the machine, where the server answers that machine alone. On the page the roles are
called publik, peninjau, peneliti, petugas and admin.

${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}
`
}
