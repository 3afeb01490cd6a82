import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { SectorGlyph } from '../../network/SectorGlyph.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useFormat } from '../../ui/FormatProvider.tsx'
import type { TrayItem, TrayRow } from './tray.ts'
import type { ExplorerModel } from './use-explorer-model.ts'
import { useNoun } from './use-noun.ts'

/** More than this many in a row are counted per sector instead of drawn one by one. */
const DRAWN = 60

interface TrayProps {
  model: ExplorerModel
  chosen: string | null
  onChoose: (actorId: string) => void
}

/** Who has no partner and who was not asked: always there, whatever the filters. */
export function Tray({ model, chosen, onChoose }: TrayProps) {
  const t = useTranslations('explorer.tray')
  return (
    <section className="tray" aria-label={t('label')}>
      {model.tray.map((row) => (
        <Row key={row.id} row={row} model={model} chosen={chosen} onChoose={onChoose} />
      ))}
    </section>
  )
}

function Row({ row, model, chosen, onChoose }: TrayProps & { row: TrayRow }) {
  const t = useTranslations('explorer.tray')
  const noun = useNoun(model.network.definition)
  const format = useFormat()
  const { id, items, passing } = row
  return (
    <div className="tray-row">
      <h2 className="tray-count">
        <b>
          {passing < items.length
            ? t('passing', { part: format.integer(passing), whole: noun(items.length) })
            : noun(items.length)}
        </b>{' '}
        {t(id)}
      </h2>
      {items.length > DRAWN ? (
        <SectorCounts row={row} model={model} chosen={chosen} onChoose={onChoose} />
      ) : (
        <Marks row={row} model={model} chosen={chosen} onChoose={onChoose} />
      )}
    </div>
  )
}

/** One mark each; Tab enters the row once, the arrow keys walk in it. */
function Marks({ row, model, chosen, onChoose }: TrayProps & { row: TrayRow }) {
  const t = useTranslations('explorer.tray')
  const list = useRef<HTMLUListElement>(null)
  const [stop, setStop] = useState(0)
  const last = row.items.length - 1
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: last }[event.key]
    if (to === undefined || to < 0 || to > last) return
    event.preventDefault()
    setStop(to)
    list.current?.querySelectorAll('button')[to]?.focus()
  }
  return (
    <ul ref={list} className="tray-marks" onKeyDown={onKeyDown}>
      {row.items.map((item, at) => {
        const name = t('of', { name: item.name, sector: model.looks.ofSector(item.sectorId ?? '').name })
        return (
          <li key={item.id}>
            <button
              type="button"
              className="tray-mark"
              tabIndex={at === Math.min(stop, last) ? 0 : -1}
              aria-label={name}
              title={name}
              aria-pressed={item.id === chosen}
              data-out={item.filteredOut || undefined}
              onFocus={() => setStop(at)}
              onClick={() => onChoose(item.id)}
            >
              <TrayMark item={item} row={row} model={model} chosen={item.id === chosen} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function TrayMark({
  item,
  row,
  model,
  chosen,
}: {
  item: TrayItem
  row: TrayRow
  model: ExplorerModel
  chosen: boolean
}) {
  const { group, shape } = model.dressed.lookOf(item.row)
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <SectorGlyph
        x={10}
        y={10}
        r={row.id === 'unlinked' ? 4.8 : 5.5}
        group={group}
        shape={shape}
        unknown={row.id === 'unasked'}
      />
      {row.id === 'unlinked' ? <circle cx="10" cy="10" r="8" className="tray-ring" /> : null}
      {chosen ? <circle cx="10" cy="10" r="9.5" className="tray-chosen" /> : null}
    </svg>
  )
}

/** Too many to draw: one count per sector, and who they are on demand. */
function SectorCounts({ row, model, onChoose }: TrayProps & { row: TrayRow }) {
  const t = useTranslations('explorer')
  const common = useTranslations('common.action')
  const format = useFormat()
  const [opened, setOpened] = useState<string | null>(null)
  const [limit, setLimit] = useState(PAGE)
  const ofSector = (sectorId: string | null) => model.looks.ofSector(sectorId ?? '')
  const listed = opened === null ? [] : row.items.filter((item) => (item.sectorId ?? '') === opened)
  const title = (sectorId: string | null, count: number) =>
    t('tray.list', {
      count: format.integer(count),
      standing: t(`tray.${row.id}`),
      sector: ofSector(sectorId).name,
    })
  return (
    <>
      <ul className="tray-sectors">
        {row.bySector.map(({ sectorId, count }) => (
          <li key={sectorId ?? ''}>
            <button
              type="button"
              className="tray-sector"
              onClick={() => {
                setLimit(PAGE)
                setOpened(sectorId ?? '')
              }}
            >
              <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                <SectorGlyph
                  x={10}
                  y={10}
                  r={4.8}
                  group={ofSector(sectorId).group}
                  shape={ofSector(sectorId).shape}
                  unknown={row.id === 'unasked'}
                />
                {row.id === 'unlinked' ? <circle cx="10" cy="10" r="8" className="tray-ring" /> : null}
              </svg>
              <span>
                {ofSector(sectorId).name} {format.integer(count)}
                <span className="visually-hidden"> {t(`tray.${row.id}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Dialog
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={opened === null ? '' : title(opened, listed.length)}
        closeLabel={common('close')}
      >
        <ul className="tray-names">
          {listed.slice(0, limit).map((item) => (
            <li key={item.id}>
              <button
                type="button"
                onClick={() => {
                  setOpened(null)
                  onChoose(item.id)
                }}
              >
                {item.name}
              </button>
            </li>
          ))}
        </ul>
        {listed.length > limit ? (
          <button type="button" className="btn" onClick={() => setLimit(limit + PAGE)}>
            {t('list.more', { count: format.integer(Math.min(PAGE, listed.length - limit)) })}
          </button>
        ) : null}
      </Dialog>
    </>
  )
}

const PAGE = 100
