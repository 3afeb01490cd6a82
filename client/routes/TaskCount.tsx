import { useQuery } from '@tanstack/react-query'
import { taskCountsQuery } from '#client/api/tasks.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'

/** How many tasks wait; asked for when the menu is opened. */
export function TaskCount() {
  const format = useFormat()
  const { data } = useQuery(taskCountsQuery())
  if (!data) return null
  const { tie, business, duplicate } = data.kinds
  return <span className="caption ml-auto tabular-nums">{format.integer(tie + business + duplicate)}</span>
}
