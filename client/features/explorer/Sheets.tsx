import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Details } from './Details.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { NO_QUESTION } from './focus/use-canvas-actions.ts'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import type { ExplorerView } from './view-state.ts'

interface SheetsProps {
  model: ExplorerModel
  /** What filters and legends count. */
  shown: ExplorerModel
  view: ExplorerView
  change: ChangeView
  filtersOpen: boolean
  closeFilters: () => void
}

/** On narrow screens, over the picture: the filters, and who is chosen. */
export function Sheets({ model, shown, view, change, filtersOpen, closeFilters }: SheetsProps) {
  const t = useTranslations('explorer')
  const panel = { model, view, change }
  const row = model.chosenRow
  // While a question is answered, closing the sheet lowers it, so that the answer is seen; what asks anew raises it.
  const question =
    view.focus !== null || view.to !== null || view.leave ? `${view.actor} ${view.to} ${view.leave}` : null
  const [lowered, setLowered] = useState<string | null>(null)
  const isLowered = row !== null && question !== null && lowered === question
  const end = () => change({ actor: null, ...NO_QUESTION })
  return (
    <>
      {isLowered ? (
        <section className="lowered-sheet" aria-label={t('details.title')}>
          <strong>{model.network.actors.name[row]}</strong>
          <Button onClick={() => setLowered(null)}>{t('details.title')}</Button>
          <Button onClick={end}>{t('ask.end')}</Button>
        </section>
      ) : null}
      <Dialog
        open={filtersOpen}
        onClose={closeFilters}
        title={t('filters.title')}
        closeLabel={t('details.close')}
      >
        <FilterPanel {...panel} model={shown} inSheet />
      </Dialog>
      <Dialog
        open={row !== null && !filtersOpen && !isLowered}
        onClose={() => (question === null ? end() : setLowered(question))}
        title={row === null ? '' : model.network.actors.name[row]}
        closeLabel={t('details.close')}
      >
        {row === null ? null : <Details {...panel} row={row} inSheet />}
      </Dialog>
    </>
  )
}
