import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'
import { actorNetworkQuery } from '../api/network.ts'
import { useFormat } from '../ui/FormatProvider.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import type { WordBox } from './graph/graph-picture.ts'
import { type GroupSceneInput, groupScene } from './graph/group-scene.ts'
import { NetworkGraph } from './graph/NetworkGraph.tsx'
import { indexNetwork, type NetworkIndex } from './graph/network-index.ts'
import { actorKey } from './graph/scene.ts'
import { SectorGlyph } from './SectorGlyph.tsx'
import { lookOf } from './sector-look.ts'
import { type Names, useNames } from './use-names.ts'

export interface OpenedSectorProps {
  /** The sector that is open. */
  sectorId: string
  /** The sectors as the map draws them, rings included, and where it writes their names, in the units of its viewBox. */
  marks: readonly { sectorId: string; x: number; y: number; r: number }[]
  words: readonly WordBox[]
  viewBox: { width: number; height: number }
  /** The map itself without the opened mark, on the same coordinates: all that is not opened stays as it was. */
  map: ReactNode
  on?: On | undefined
  definition?: DefinitionId | undefined
  /** Opens another sector of the same map instead. */
  onOpen: (sectorId: string) => void
  onClose: () => void
}

/** The sector map with one sector opened into its actors, in place: every other mark stays where it is. */
export function OpenedSector({
  sectorId,
  marks,
  words,
  viewBox,
  map,
  on,
  definition,
  onOpen,
  onClose,
}: OpenedSectorProps) {
  const t = useTranslations('graph')
  const names = useNames()
  const [chosen, setChosen] = useState<string | null>(null)
  const closeButton = useRef<HTMLButtonElement>(null)
  const query = useQuery(actorNetworkQuery({ on, definition }))
  const index = useMemo(() => (query.data ? indexNetwork(query.data, null) : null), [query.data])
  const rows = useMemo(() => (index ? membersOf(index, sectorId) : []), [index, sectorId])

  const places = marks.map(({ sectorId: id, x, y, r }) => `${id} ${x} ${y} ${r}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks come as a new list each time; `places` is what they say
  const scene = useMemo(
    () =>
      index
        ? groupScene(inputOf(index, names, sectorId, marks, (count) => t('rest', { count: String(count) })))
        : null,
    [index, names, sectorId, places, t],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const blocked = useMemo(() => words, [places])
  // What was pressed to open it is gone; only then does the focus need a new place.
  useEffect(() => {
    if (navigator.userActivation?.hasBeenActive) closeButton.current?.focus({ preventScroll: true })
  }, [])

  const name = lookOf(names, sectorId).short
  const title = t('opened', { sector: name, count: rows.length })
  const row = index && chosen !== null ? (rows.find((one) => keyOf(index, one) === chosen) ?? null) : null
  return (
    <div className="opened-sector">
      <header>
        <h3>{title}</h3>
        <Link to="/jejaring" search={{ sector: sectorId }} className="text-action">
          {t('explore')}
        </Link>
        <IconButton
          ref={closeButton}
          label={t('close')}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={onClose}
          className="-my-1.5"
        />
      </header>
      <div className="opened-sector-picture" style={{ aspectRatio: `${viewBox.width} / ${viewBox.height}` }}>
        <div inert className="opened-sector-map">
          {map}
        </div>
        {scene ? (
          <NetworkGraph
            scene={scene}
            chosen={chosen}
            words={blocked}
            label={title}
            plane={viewBox}
            onChoose={setChosen}
            onOpen={(key) => onOpen(scene.nodes.find((node) => node.key === key)!.ref)}
            onEscape={onClose}
          />
        ) : (
          <p className="caption">{query.isError ? t('failed') : t('loading')}</p>
        )}
      </div>
      {index ? (
        <Members
          index={index}
          rows={rows}
          title={t('members', { sector: name })}
          chosenRow={row}
          onChoose={(at) => setChosen(keyOf(index, at))}
        />
      ) : null}
    </div>
  )
}

const keyOf = ({ network }: NetworkIndex, row: number) => actorKey(network.actors.id[row]!)

/** Whoever stands alone comes first, then who was not asked, then the others: most partners first, then by name. */
const ORDER: Readonly<Record<string, number>> = { unlinked: 0, unasked: 1 }

function membersOf({ network, present }: NetworkIndex, sectorId: string): number[] {
  const { sectorId: sectors, degree, name, standing } = network.actors
  const rank = (row: number) => ORDER[standing[row]!] ?? 2
  return [...sectors.keys()]
    .filter((row) => sectors[row] === sectorId && present[row] === 1)
    .sort((a, b) => rank(a) - rank(b) || degree[b]! - degree[a]! || (name[a]! < name[b]! ? -1 : 1))
}

function inputOf(
  index: NetworkIndex,
  names: Names,
  sectorId: string,
  marks: OpenedSectorProps['marks'],
  restLabel: (count: number) => string,
): GroupSceneInput {
  const lookOfSector = (id: string) => {
    const look = lookOf(names, id)
    return { ...look, name: look.short }
  }
  return {
    index,
    lookOf: (row) => lookOfSector(index.network.actors.sectorId[row] ?? ''),
    lookOfSector,
    passing: { actors: index.present, ties: index.lines.map(() => 1) },
    open: new Set([sectorId]),
    selectedRow: null,
    restLabel,
    everyone: true,
    places: new Map(marks.map(({ sectorId: id, ...mark }) => [id, mark])),
  }
}

interface MembersProps {
  index: NetworkIndex
  rows: readonly number[]
  title: string
  chosenRow: number | null
  onChoose: (row: number) => void
}

/** The opened sector as a list; above it, how many stand alone and were not asked, or the chosen one with its numbers. */
function Members({ index, rows, title, chosenRow, onChoose }: MembersProps) {
  const t = useTranslations('graph')
  const format = useFormat()
  const { actors } = index.network
  const of = (standing: string) => rows.filter((row) => actors.standing[row] === standing).length
  const count = (row: number) =>
    actors.standing[row] === 'unasked'
      ? t('unasked')
      : t('partners', { count: actors.degree[row]!, cross: format.integer(actors.crossDegree[row]!) })
  return (
    <>
      <p className="opened-sector-chosen" aria-live="polite">
        {chosenRow === null ? (
          t('standings', { linked: of('linked'), unlinked: of('unlinked'), unasked: of('unasked') })
        ) : (
          <>
            <b>{actors.name[chosenRow]}</b> {count(chosenRow)}{' '}
            <Link to="/pelaku/$id" params={{ id: actors.id[chosenRow]! }} className="text-action">
              {t('profile')}
            </Link>
          </>
        )}
      </p>
      <ul className="opened-sector-members" aria-label={title}>
        {rows.map((row) => (
          <li key={actors.id[row]}>
            <button type="button" aria-pressed={row === chosenRow} onClick={() => onChoose(row)}>
              <MemberMark index={index} row={row} />
              <span>{actors.name[row]}</span>
              <small>
                {actors.standing[row] === 'unasked'
                  ? t('unasked')
                  : actors.standing[row] === 'unlinked'
                    ? t('unlinked')
                    : t('partnerCount', { count: actors.degree[row]! })}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** As in the picture: a broken ring without a partner, dots where nobody has asked. */
function MemberMark({ index, row }: { index: NetworkIndex; row: number }) {
  const { sectorId, standing } = index.network.actors
  const { group, shape } = lookOf(useNames(), sectorId[row]!)
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" className="flex-none" aria-hidden="true">
      <SectorGlyph x={9} y={9} r={4.8} group={group} shape={shape} unknown={standing[row] === 'unasked'} />
      {standing[row] === 'unlinked' ? <circle cx="9" cy="9" r="7.8" className="member-alone" /> : null}
    </svg>
  )
}
