import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { NO_FILTERS } from './filters.ts'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import { useNoun } from './use-noun.ts'

/** Says so when the filters, or the date, leave nobody. */
export function EmptyNote({ model, change }: { model: ExplorerModel; change: ChangeView }) {
  const t = useTranslations('explorer')
  const noun = useNoun(model.network.definition)
  if (model.index.size.actors === 0)
    return (
      <p className="explorer-empty">
        <b>{t('empty.network')}</b> {t('empty.begin')}
        <Link to="/pelaku" search={{ add: true }} className={buttonClass()}>
          {t('empty.register')}
        </Link>
        <Link to="/kerja-sama/baru" className={buttonClass()}>
          {t('details.log')}
        </Link>
      </p>
    )
  if (model.filtered.shown.actors > 0) return null
  const unlinked = model.tray.find(({ id }) => id === 'unlinked')?.items.length ?? 0
  return (
    <p className="explorer-empty" role="status">
      <b>{t('empty.filtered')}</b> {unlinked > 0 ? t('empty.trayStays', { count: noun(unlinked) }) : ''}
      <Button onClick={() => change({ filters: NO_FILTERS })}>{t('filters.clear')}</Button>
    </p>
  )
}
