import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'
import { QuartersKey } from './QuartersKey.tsx'
import { QuartersTable } from './QuartersTable.tsx'

export function QuartersPanel(props: { view: ExplorerView; change: ChangeView; to: string }) {
  return (
    <>
      <QuartersTable {...props} />
      <QuartersKey />
    </>
  )
}
