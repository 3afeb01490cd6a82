import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { referenceQuery } from '#client/api/reference.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'

/** Says on every page that it shows another date or definition than usual, and leads back. */
export function AsOfStrip() {
  const t = useTranslations('common')
  const format = useFormat()
  const city = useQuery(referenceQuery()).data?.city
  const { on, definition } = useSearch({ from: '__root__' })
  const otherDate = on !== undefined && on !== city?.defaultOn
  if (!otherDate && definition === undefined) return null

  const lastOn = city && city.lastOn > city.today ? city.lastOn : city?.today
  const ahead = on !== undefined && on !== 'all' && lastOn !== undefined && on > lastOn

  const words = [
    otherDate
      ? on === 'all'
        ? t('asOf.all')
        : t(ahead ? 'asOf.future' : 'asOf.past', { date: format.date(on) })
      : '',
    definition ? t('asOf.definition', { definition: t(`definition.${definition}`) }) : '',
  ].filter(Boolean)

  return (
    <section aria-label={t('asOf.label')} className="border-b border-hairline bg-grape-wash print:hidden">
      <div className="page flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 py-1.5 text-sm">
        <History size={14} strokeWidth={1.75} aria-hidden />
        <span className="font-semibold">{words.join(' · ')}</span>
        <Link
          to="."
          search={(before) => ({ ...before, on: undefined, definition: undefined })}
          className="flex min-h-6 items-center underline decoration-grape"
        >
          {t('asOf.reset')}
        </Link>
      </div>
    </section>
  )
}
