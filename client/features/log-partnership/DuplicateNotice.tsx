import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'

interface DuplicateNoticeProps {
  rows: readonly PartnershipRow[]
  /** The person tried to save: the choice then saves at once. */
  blocking: boolean
  onOther: () => void
}

/** Perhaps on record already: what is there, and the choice that this is another one. A person decides. */
export function DuplicateNotice({ rows, blocking, onOther }: DuplicateNoticeProps) {
  const t = useTranslations('logPartnership.duplicate')
  const standing = useTranslations('common.standing')
  const names = useNames()
  const format = useFormat()
  if (rows.length === 0) return null
  return (
    <section
      id="duplikat"
      tabIndex={-1}
      role={blocking ? 'alert' : 'status'}
      className="notice"
      aria-label={t('title', { count: rows.length })}
    >
      <p className="font-semibold">{blocking ? t('refused') : t('title', { count: rows.length })}</p>
      <ul className="my-1.5 grid gap-2">
        {rows.slice(0, 3).map((row) => (
          <li key={row.id}>
            <span className="block">{format.list(row.parties.map(({ name }) => name))}</span>
            <span className="caption block">
              {[
                names.kind(row.kind),
                standing(row.standing),
                row.startedOn ? t('since', { date: format.date(row.startedOn) }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Link
              to="/kerja-sama/$id"
              params={{ id: row.id }}
              className="inline-flex min-h-11 items-center underline md:min-h-6"
            >
              {t('open')}
            </Link>
          </li>
        ))}
      </ul>
      <Button onClick={onOther}>{blocking ? t('otherAndSave') : t('other')}</Button>
    </section>
  )
}
