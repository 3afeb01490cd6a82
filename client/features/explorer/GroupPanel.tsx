import { X } from 'lucide-react'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { membersBySector } from '../../network/graph/group-scene.ts'
import { drawnTies } from '../../network/graph/network-index.ts'
import { SectorMark } from '../../network/SectorMark.tsx'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { ActorList } from './list/ActorList.tsx'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import { useNoun } from './use-noun.ts'
import type { ExplorerView } from './view-state.ts'

interface GroupPanelProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

/** Of a network too large to be drawn whole: its sectors to open, and the opened one as a list. */
export function GroupPanel(props: GroupPanelProps) {
  // Groups inside a sector, and those without partners, are listed with the tray and the sector.
  const opened = props.view.open.findLast((id) => !id.includes('/'))
  return (
    <div className="group-panel">
      {opened === undefined ? null : <OpenedGroup key={opened} sectorId={opened} {...props} />}
      <SectorChoice {...props} />
    </div>
  )
}

function OpenedGroup({ sectorId, model, view, change }: GroupPanelProps & { sectorId: string }) {
  const t = useTranslations('explorer')
  const format = useFormat()
  const noun = useNoun(model.network.definition)
  const [q, setQ] = useState('')
  const look = model.looks.ofSector(sectorId)
  const { sectorId: sectors } = model.network.actors
  const inSector = useCallback(
    (row: number) => (sectors[row] ?? '') === sectorId && model.index.present[row] === 1,
    [sectors, sectorId, model.index],
  )
  const total = useMemo(() => sectors.filter((_, row) => inSector(row)).length, [sectors, inSector])
  const drawn = useMemo(() => {
    const { marks, markOf } = model.canvas?.picture ?? { marks: null, markOf: null }
    return sectors.filter((_, row) => inSector(row) && marks?.kind[markOf[row]!] === 0).length
  }, [sectors, inSector, model.canvas])
  // Whoever no line touches stands in the tray, not in the picture of its sector.
  const alone = useMemo(
    () => sectors.filter((_, row) => inSector(row) && drawnTies(model.index, row) === 0).length,
    [sectors, inSector, model.index],
  )
  return (
    <section aria-labelledby="opened-sector">
      <header>
        <h2 className="details-name" id="opened-sector">
          <SectorMark group={look.group} shape={look.shape} />{' '}
          {t('group.title', { sector: look.name, count: noun(total) })}
        </h2>
        <IconButton
          label={t('group.close')}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={() => change({ open: view.open.filter((id) => id !== sectorId) })}
        />
      </header>
      <p className="caption">
        {drawn > 0 && drawn + alone < total
          ? t('group.drawn', { drawn: format.integer(drawn), rest: format.integer(total - drawn - alone) })
          : drawn > 0 && alone < total
            ? t('group.drawnAll')
            : ''}{' '}
        {alone > 0 ? t('group.alone', { count: alone }) : null}
      </p>
      <ActorList
        model={model}
        only={inSector}
        caption={look.name}
        q={q}
        onSearch={setQ}
        chosen={view.actor}
        onChoose={(actor) => change({ actor })}
        narrow
      />
    </section>
  )
}

function SectorChoice({ model, view, change }: GroupPanelProps) {
  const t = useTranslations('explorer.group')
  const announce = useAnnounce()
  const format = useFormat()
  const switchGroup: SwitchGroup = (id, name, count, open) => {
    // With a sector its groups close too.
    const others = view.open.filter((one) => one !== id && !one.startsWith(`${id}/`))
    change({ open: open ? others : [...others, id] }, true)
    const words = { sector: name, count: format.integer(count) }
    announce(open ? t('closed', words) : t('opened', words))
  }
  const sectors = useMemo(
    () => [...membersBySector(model.index, true)].sort((a, b) => b.rows.length - a.rows.length),
    [model.index],
  )
  return (
    <section aria-labelledby="open-sector">
      <h2 className="panel-title" id="open-sector">
        {t('choose')}
      </h2>
      <ul className="sector-choice">
        {sectors.map(({ sectorId, rows }) => {
          const look = model.looks.ofSector(sectorId)
          const open = view.open.includes(sectorId)
          return (
            <li key={sectorId}>
              <GroupButton
                open={open}
                name={look.name}
                count={rows.length}
                mark={<SectorMark group={look.group} shape={look.shape} />}
                onSwitch={() => switchGroup(sectorId, look.name, rows.length, open)}
              />
              {open ? (
                <InnerGroups model={model} sectorId={sectorId} view={view} onSwitch={switchGroup} />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type SwitchGroup = (id: string, name: string, count: number, open: boolean) => void

interface GroupButtonProps {
  open: boolean
  name: string
  /** Null where the name says it. */
  count: number | null
  mark: ReactNode
  onSwitch: () => void
}

function GroupButton({ open, name, count, mark, onSwitch }: GroupButtonProps) {
  const format = useFormat()
  return (
    <button type="button" className="legend-button" aria-expanded={open} onClick={onSwitch}>
      {mark}
      <span className="legend-name">{name}</span>
      {count === null ? null : <span className="legend-count">{format.integer(count)}</span>}
    </button>
  )
}

/** The groups inside an open sector, and those in it without a partner: what the picture opens by a tap, opened from here too. */
function InnerGroups({
  model,
  sectorId,
  view,
  onSwitch,
}: Pick<GroupPanelProps, 'model' | 'view'> & { sectorId: string; onSwitch: SwitchGroup }) {
  const { canvas } = model
  const inner = canvas?.picture.groups.filter(
    (group) => group.sectorId === sectorId && group.kind !== 'sector',
  )
  if (!inner || inner.length === 0) return null
  return (
    <ul className="sector-choice inner-choice">
      {inner.map(({ id, label, rows }) => {
        const open = view.open.includes(id)
        return (
          <li key={id}>
            <GroupButton
              open={open}
              name={label}
              count={null}
              mark={null}
              onSwitch={() => onSwitch(id, label, rows.length, open)}
            />
          </li>
        )
      })}
    </ul>
  )
}
