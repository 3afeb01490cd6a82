import { useTranslations } from 'use-intl'
import { LevelIcon } from '#client/network/LevelIcon.tsx'
import { SectorMark } from '#client/network/SectorMark.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { SheetKind } from '#shared/contract/import-fields.ts'
import type { DryRun } from '#shared/contract/imports.ts'
import type { SectorLevel } from '#shared/contract/vocabulary.ts'

type Figures = NonNullable<DryRun['figures']>
type Figure = Figures['index']

interface FiguresReportProps {
  kind: SheetKind | null
  dryRun: DryRun
  /** Not what would be but what was done. */
  saved?: boolean
}

/** What the import does to the numbers: the index, the counts, the levels of sectors. */
export function FiguresReport({ kind, dryRun, saved = false }: FiguresReportProps) {
  const t = useTranslations('imports.trial')
  const format = useFormat()
  const { figures } = dryRun
  if (!figures) return <p className="text-ink-2">{t('figuresNone')}</p>
  const rows = [
    { name: t('index'), figure: figures.index },
    { name: t('business'), figure: figures.businesses },
    { name: t('ties'), figure: figures.ties },
  ]
  return (
    <section className="section trial-figures">
      <h2 className="section-title">{t('figures', { date: format.date(dryRun.on) })}</h2>
      {saved ? null : <p className="caption">{t('figuresHint')}</p>}
      <dl className="mt-1 max-w-[34rem]">
        {rows.map(({ name, figure }) => (
          <div key={name} className="receipt-line">
            <dt>{name}</dt>
            <dd className="receipt-value">
              <Moved figure={figure} />
            </dd>
          </div>
        ))}
      </dl>
      {kind === 'actors' && dryRun.tally.new > 0 && figures.businesses.before === figures.businesses.after ? (
        <p className="caption mt-1">{t('notAsked')}</p>
      ) : null}
      <Sectors sectors={figures.sectors} />
    </section>
  )
}

function Moved({ figure: { before, after } }: { figure: Figure }) {
  const t = useTranslations('imports.trial')
  const format = useFormat()
  const say = (value: number | null) => (value === null ? '–' : format.integer(value))
  if (say(before) === say(after))
    return (
      <>
        {say(after)} <i>({t('unchanged')})</i>
      </>
    )
  return (
    <>
      <i>{say(before)}</i> <span aria-hidden="true">→</span> <b>{say(after)}</b>
    </>
  )
}

function Sectors({ sectors }: { sectors: Figures['sectors'] }) {
  const t = useTranslations('imports.trial')
  const names = useNames()
  if (sectors.length === 0) return <p className="mt-2 text-ink-2">{t('sectorsNone')}</p>
  return (
    <table className="data-table sector-changes mt-4">
      <caption className="visually-hidden">{t('sectors')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sector')}</th>
          <th scope="col">{t('businesses')}</th>
          <th scope="col">{t('reached')}</th>
          <th scope="col">{t('level')}</th>
        </tr>
      </thead>
      <tbody>
        {sectors.map(({ sectorId, businesses, reached, levelBefore, levelAfter }) => {
          const look = lookOf(names, sectorId)
          return (
            <tr key={sectorId}>
              <th scope="row">
                <span className="flex items-center gap-2">
                  <SectorMark group={look.group} shape={look.shape} />
                  {look.name}
                </span>
              </th>
              <td className="receipt-value" data-label={t('businesses')}>
                <Moved figure={businesses} />
              </td>
              <td className="receipt-value" data-label={t('reached')}>
                <Moved figure={reached} />
              </td>
              <td data-label={t('level')}>
                <Levels before={levelBefore} after={levelAfter} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Levels({ before, after }: { before: SectorLevel | null; after: SectorLevel | null }) {
  const t = useTranslations('common.level')
  const say = (level: SectorLevel | null) =>
    level ? (
      <span className="inline-flex items-center gap-1.5">
        <LevelIcon level={level} />
        {t(level)}
      </span>
    ) : (
      '–'
    )
  if (before === after) return say(after)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="text-ink-3">{say(before)}</span>
      <span aria-hidden="true">→</span>
      <b className="text-mango-ink">{say(after)}</b>
    </span>
  )
}
