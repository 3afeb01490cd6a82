import { X } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
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
        {drawn + alone < total
          ? t('group.drawn', { drawn: format.integer(drawn), rest: format.integer(total - drawn - alone) })
          : alone < total
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
              <button
                type="button"
                className="legend-button"
                aria-expanded={open}
                onClick={() => {
                  change({
                    open: open ? view.open.filter((id) => id !== sectorId) : [...view.open, sectorId],
                  })
                  const words = { sector: look.name, count: format.integer(rows.length) }
                  announce(open ? t('closed', words) : t('opened', words))
                }}
              >
                <SectorMark group={look.group} shape={look.shape} />
                <span className="legend-name">{look.name}</span>
                <span className="legend-count">{format.integer(rows.length)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
