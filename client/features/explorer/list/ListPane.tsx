import '../twins.css'
import { useTranslations } from 'use-intl'
import { focusStep } from '../../../network/graph/focus-step.ts'
import { toggled } from '../focus/selection.ts'
import { focusAfter, NO_QUESTION, stepBack } from '../focus/use-canvas-actions.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'
import { ActorList } from './ActorList.tsx'

interface ListPaneProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

/** The table of the tab: all that the canvas does, by its rows and their keys. */
export function ListPane({ model, view, change }: ListPaneProps) {
  const t = useTranslations('explorer.list')
  const { id } = model.network.actors
  const onKey = (key: string, row: number): boolean => {
    const actor = id[row]!
    const step = focusStep(key)
    if (step !== null) {
      const focus = focusAfter(step, view.actor === actor ? view.focus : null)
      change({ ...NO_QUESTION, actor, focus })
    } else if (key === 'x' || key === 'X')
      change({ pick: toggled(view.pick, actor, model.picked?.[row] === 1) })
    else if (key === 'Escape') stepBack(view, change)
    else return false
    return true
  }
  return (
    <ActorList
      model={model}
      caption={t('caption')}
      q={view.q}
      onSearch={(q) => change({ q })}
      chosen={view.actor}
      onChoose={(actor) => change({ actor, ...(actor === view.actor ? {} : NO_QUESTION) })}
      picks={view.pick}
      onPick={(pick) => change({ pick })}
      onKey={onKey}
      list={view.list}
      onList={(list) => change({ list })}
    />
  )
}
