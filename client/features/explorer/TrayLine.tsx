import './twins.css'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { Tray } from './Tray.tsx'
import type { ExplorerModel } from './use-explorer-model.ts'
import { useNoun } from './use-noun.ts'

interface TrayLineProps {
  model: ExplorerModel
  chosen: string | null
  onChoose: (actorId: string) => void
}

/** Where the middle is no picture of actors: the tray in one line, its marks when asked for. */
export function TrayLine({ model, chosen, onChoose }: TrayLineProps) {
  const t = useTranslations('explorer.tray')
  const noun = useNoun(model.network.definition)
  const format = useFormat()
  return (
    <details className="tray-line">
      <summary>
        {model.tray.map(({ id, items, passing }) => (
          <span key={id}>
            <b>
              {passing < items.length
                ? t('passing', { part: format.integer(passing), whole: noun(items.length) })
                : noun(items.length)}
            </b>{' '}
            {t(id)}
          </span>
        ))}
      </summary>
      <Tray model={model} chosen={chosen} onChoose={onChoose} />
    </details>
  )
}
