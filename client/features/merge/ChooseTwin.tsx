import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { actorsQuery } from '#client/api/actors.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { SearchBox } from '#client/ui/SearchBox.tsx'
import type { ActorDetail } from '#shared/contract/actors.ts'

const SHOWN = 12

/** Which actor is the same one: those of a like name first, anybody by name. */
export function ChooseTwin({ actor, onChoose }: { actor: ActorDetail; onChoose: (id: string) => void }) {
  const t = useTranslations('register.merge')
  const names = useNames()
  const [words, setWords] = useState(actor.name.split(/\s+/)[0] ?? '')
  const { data } = useQuery(actorsQuery({ q: words, pageSize: SHOWN + 1 }))
  const rows = (data?.rows ?? []).filter(({ id }) => id !== actor.id).slice(0, SHOWN)
  return (
    <section className="section max-w-[46rem]">
      <search aria-label={t('search')}>
        <SearchBox label={t('search')} value={words} onChange={setWords} />
      </search>
      <div role="status">{data && rows.length === 0 ? <p className="mt-3">{t('nobody')}</p> : null}</div>
      <ul className="list-rows mt-3" aria-label={t('found')}>
        {rows.map((row) => (
          <li key={row.id} className="flex items-center justify-between gap-4 py-2">
            <span className="min-w-0">
              <span className="flex items-center gap-2 font-semibold">
                <ActorMark sectorId={row.sectorId} size={14} />
                {row.name}
              </span>
              <span className="caption block">
                {[
                  row.sectorId ? names.sectorShort(row.sectorId) : '',
                  row.regionCode ? names.region(row.regionCode) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Button onClick={() => onChoose(row.id)} aria-label={`${t('choose')}: ${row.name}`}>
              {t('choose')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
