import { type ReactNode, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { PickedRows } from '#client/ui/use-picked-rows.ts'

interface BulkBarProps {
  picked: PickedRows
  total: number
  children: ReactNode
}

/** What can be done with the picked rows; it stays in sight while the list is scrolled. */
export function BulkBar({ picked, total, children }: BulkBarProps) {
  const t = useTranslations('register.bulk')
  const announce = useAnnounce()
  const { count } = picked
  useEffect(() => {
    if (count > 0) announce(t('selected', { count }))
  }, [count, announce, t])
  if (count === 0) return null
  return (
    <section aria-label={t('label')} className="bulk-bar">
      <p className="font-semibold">{t('selected', { count })}</p>
      {!picked.all && count < total ? (
        <Button look="text" onClick={picked.pickAll}>
          {t('all', { count: total })}
        </Button>
      ) : null}
      {children}
      <Button look="text" onClick={picked.clear}>
        {t('clear')}
      </Button>
    </section>
  )
}
