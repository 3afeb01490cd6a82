import { Minus, Plus, ScanSearch } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { ChangeView } from './use-explorer-view.ts'
import { type ExplorerView, MAX_FOCUS } from './view-state.ts'

/** Keeps the chosen actor and those within a degree of it; the rest fades. */
export function FocusControl({ view, change }: { view: ExplorerView; change: ChangeView }) {
  const t = useTranslations('explorer.focus')
  const format = useFormat()
  const { focus } = view
  if (focus === null)
    return (
      <div className="focus-control">
        <Button onClick={() => change({ focus: 1, to: null, leave: false })}>
          <ScanSearch size={16} strokeWidth={1.75} aria-hidden /> {t('on')}
        </Button>
      </div>
    )
  return (
    <div className="focus-control">
      <Button onClick={() => change({ focus: null })} aria-pressed="true" className="btn-chosen">
        <ScanSearch size={16} strokeWidth={1.75} aria-hidden /> {t('off')}
      </Button>
      <IconButton
        label={t('less')}
        icon={<Minus size={16} strokeWidth={1.75} />}
        disabled={focus === 1}
        onClick={() => change({ focus: focus - 1 })}
      />
      <span className="focus-degree">{t('degree', { degree: format.integer(focus) })}</span>
      <IconButton
        label={t('more')}
        icon={<Plus size={16} strokeWidth={1.75} />}
        disabled={focus === MAX_FOCUS}
        onClick={() => change({ focus: focus + 1 })}
      />
    </div>
  )
}
