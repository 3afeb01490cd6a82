import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LevelIcon } from '../../../network/LevelIcon.tsx'
import { LineSample } from '../../../network/LineSample.tsx'
import { SectorMark } from '../../../network/SectorMark.tsx'
import { TableCsv } from '../../../network/TableCsv.tsx'
import { useNames } from '../../../network/use-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { activeCount } from '../filters.ts'
import { LevelGroups } from '../LevelGroups.tsx'
import type { ChangeView } from '../use-explorer-view.ts'
import { useLooks } from '../use-looks.ts'
import type { ExplorerView } from '../view-state.ts'
import type { ComparedNetworks } from './compare-networks.ts'
import { type Comparison, TOLD_ACTORS, TOLD_TIES } from './comparison.ts'
import { useChangeCsv } from './use-change-csv.ts'
import type { LevelChanges } from './use-comparison.ts'

interface CompareListProps {
  compared: ComparedNetworks
  comparison: Comparison
  levels: LevelChanges | null
  levelsFailed: boolean
  view: ExplorerView
  change: ChangeView
}

/** What changed between the two dates: the sums, then every pair, actor and sector by name. */
export function CompareList(props: CompareListProps) {
  const { compared, comparison, levels, view, change } = props
  const t = useTranslations('explorer.compare')
  const format = useFormat()
  const csv = useChangeCsv(compared, comparison, levels)
  const [from, to] = [format.date(compared.from), format.date(compared.to)]
  const { ties, actors } = comparison
  const came = ties.added.length + ties.reactivated.length
  const went = ties.ended.length + ties.lapsed.length
  const finding = [came > 0 ? t('came', { count: came }) : '', went > 0 ? t('went', { count: went }) : '']
    .filter(Boolean)
    .join(', ')
  const shared = { compared, view, change }
  return (
    <section className="compare-list" aria-labelledby="compare-title">
      <p className="caption">{t('title', { from, to })}</p>
      <h2 id="compare-title" className="compare-finding">
        {finding === '' ? t('unchanged') : finding}
      </h2>
      {activeCount(view.filters) > 0 ? <p className="caption">{t('filtered')}</p> : null}
      <ul className="compare-sums">
        <li>
          {t('tiesSum', {
            from: format.shortDate(compared.from),
            before: format.integer(comparison.before.ties),
            kept: format.integer(ties.kept.length),
            ended: format.integer(ties.ended.length),
            lapsed: format.integer(ties.lapsed.length),
          })}
        </li>
        <li>
          {t('tiesSumAfter', {
            to: format.shortDate(compared.to),
            after: format.integer(comparison.after.ties),
            kept: format.integer(ties.kept.length),
            added: format.integer(ties.added.length),
            reactivated: format.integer(ties.reactivated.length),
          })}
        </li>
        <li>
          {t('unlinkedSum', {
            before: format.integer(comparison.before.unlinked),
            after: format.integer(comparison.after.unlinked),
          })}
        </li>
      </ul>
      <Levels levels={levels} failed={props.levelsFailed} />
      <h3 className="panel-title">{t('ties')}</h3>
      {TOLD_TIES.map((one) => (
        <Group
          key={one}
          mark={<LineSample line={one} />}
          name={t(`tie.${one}`)}
          note={t(`tieNote.${one}`, { from, to })}
          rows={ties[one]}
          item={(tie) => <TieItem key={tie} tie={tie} {...shared} />}
        />
      ))}
      <h3 className="panel-title">{t('actors')}</h3>
      {TOLD_ACTORS.map((one) => (
        <Group
          key={one}
          mark={null}
          name={t(`actor.${one}`)}
          rows={actors[one]}
          item={(row) => (
            <li key={row}>
              <ActorButton row={row} {...shared} />
            </li>
          )}
        />
      ))}
      <TableCsv file={`${t('csvName')}-${compared.from}-${compared.to}`} {...csv} quiet />
    </section>
  )
}

const SHOWN = 25
/** Short lists stand open. */
const OPEN_UP_TO = 8

interface GroupProps {
  mark: ReactNode
  name: string
  note?: string
  rows: readonly number[]
  item: (row: number) => ReactNode
}

/** One kind of change with its count; nobody in it is said as 0. */
function Group({ mark, name, note, rows, item }: GroupProps) {
  const t = useTranslations('explorer.compare')
  const format = useFormat()
  const [limit, setLimit] = useState(SHOWN)
  const head = (
    <>
      {mark}
      <span className="compare-name">{name}</span>
      <b className="compare-count">{format.integer(rows.length)}</b>
    </>
  )
  if (rows.length === 0) return <p className="compare-head compare-none">{head}</p>
  return (
    <details className="compare-group" open={rows.length <= OPEN_UP_TO}>
      <summary className="compare-head">{head}</summary>
      {note ? <p className="caption">{note}</p> : null}
      <ul>{rows.slice(0, limit).map(item)}</ul>
      {rows.length > limit ? (
        <Button onClick={() => setLimit(limit + SHOWN * 2)}>
          {t('more', { count: format.integer(Math.min(SHOWN * 2, rows.length - limit)) })}
        </Button>
      ) : null}
    </details>
  )
}

type ItemProps = Pick<CompareListProps, 'compared' | 'view' | 'change'>

function TieItem({ tie, ...props }: ItemProps & { tie: number }) {
  const { ties } = props.compared.index.network
  return (
    <li className="compare-pair">
      <ActorButton row={ties.a[tie]!} {...props} />
      <ActorButton row={ties.b[tie]!} {...props} />
    </li>
  )
}

function ActorButton({ row, compared, view, change }: ItemProps & { row: number }) {
  const looks = useLooks()
  const { network } = compared.index
  const id = network.actors.id[row]!
  const look = looks.ofRow(network, row)
  return (
    <button
      type="button"
      className="actor-name"
      aria-pressed={view.actor === id}
      onClick={() => change({ actor: view.actor === id ? null : id, focus: null })}
    >
      <SectorMark group={look.group} shape={look.shape} />
      <span>{network.actors.name[row]}</span>
    </button>
  )
}

function Levels({ levels, failed }: { levels: LevelChanges | null; failed: boolean }) {
  const t = useTranslations('explorer.compare')
  const level = useTranslations('common.level')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const counts = ({ reached, n }: { reached: number; n: number }) =>
    t('levelOf', { reached: format.integer(reached), n: format.integer(n) })
  return (
    <>
      <h3 className="panel-title">
        {t('levels')} {levels ? <small>{format.integer(levels.changed.length)}</small> : null}
      </h3>
      {failed ? <p className="caption">{t('levelFailed')}</p> : null}
      {!failed && levels === null ? <p className="caption">{common('state.loading')}</p> : null}
      {levels?.changed.length === 0 ? <p className="caption">{t('levelNone')}</p> : null}
      <ul className="compare-levels">
        {levels?.changed.map((sector) => (
          <li key={sector.sectorId}>
            <b>{names.sectorShort(sector.sectorId)}</b>
            <span className="compare-level">
              <LevelIcon level={sector.before.level} /> {level(sector.before.level)}{' '}
              <span aria-hidden="true">→</span>
              <span className="visually-hidden">{t('levelArrow')}</span> <LevelIcon level={sector.level} />{' '}
              {level(sector.level)}
            </span>
            <small>
              {t('levelReach', { before: counts(sector.before), after: counts(sector) })}
              {isSlight(sector) ? ` · ${t('levelSlight')}` : ''}
            </small>
          </li>
        ))}
      </ul>
      {levels && levels.kept.length > 0 ? (
        <details className="compare-group">
          <summary className="compare-head">{t('levelsKept', { count: levels.kept.length })}</summary>
          <LevelGroups sectors={levels.kept} />
        </details>
      ) : null}
    </>
  )
}

/** Levels with a threshold between them; without one there is none to be near to. */
const RANK: Readonly<Record<string, number>> = { isolated: 0, weak: 1, integrated: 2, bridging: 2 }

const isSlight = ({ level, before }: LevelChanges['changed'][number]): boolean =>
  !before.levelChanged &&
  RANK[level] !== undefined &&
  RANK[before.level] !== undefined &&
  RANK[level] !== RANK[before.level]
