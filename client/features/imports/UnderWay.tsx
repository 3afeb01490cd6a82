import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { cancelImport, importQuery } from '#client/api/imports.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { Import } from '#shared/contract/imports.ts'

/** What goes on by itself: how far it is, and how to stop it. Said aloud by quarters. */
export function UnderWay({ one }: { one: Import }) {
  const t = useTranslations('imports.busy')
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const { busy } = one
  const step = t(busy?.step ?? (one.state === 'queued' ? 'queued' : 'reading'))
  const share = busy && busy.of > 0 ? busy.done / busy.of : null
  const quarter = share === null ? 0 : Math.floor(share * 4) / 4

  const said = useRef('')
  useEffect(() => {
    const sentence = t('spoken', { step, share: quarter > 0 ? format.percent(quarter) : '' })
    if (said.current === sentence) return
    said.current = sentence
    announce(sentence)
  }, [step, quarter, t, format, announce])
  const finished = useRef(() => {})
  finished.current = () => announce(t('finished'))
  useEffect(() => () => finished.current(), [])

  const cancel = async () => {
    const { queryKey } = importQuery(one.id)
    const now = await cancelImport(one.id).catch(() => null)
    if (now) queries.setQueryData(queryKey, now)
    else void queries.invalidateQueries({ queryKey })
  }
  return (
    <div className="under-way" aria-busy="true">
      <progress aria-label={t('label')} {...(share === null ? {} : { value: share, max: 1 })} />
      <p className="flex-1">
        {step} {busy && busy.of > 0 ? t('of', { done: busy.done, of: busy.of }) : null}
      </p>
      <Button onClick={() => void cancel()}>{t('cancel')}</Button>
    </div>
  )
}
