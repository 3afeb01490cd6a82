import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { Silent } from '#client/ui/Silent.tsx'
import { LevelRing } from './LevelRing.tsx'
import { SectorCode } from './SectorCode.tsx'
import { SectorGlyph } from './SectorGlyph.tsx'
import type { SectorLook } from './sector-look.ts'
import type { MapLine, MapNode, SectorMapLayout } from './sector-map-layout.ts'

interface SectorMapProps {
  layout: SectorMapLayout
  lookOf: (id: string) => SectorLook
  /** What the whole picture says, for screen readers. */
  label: string
  /** What one sector says: name, level, counts. */
  describe: (id: string) => string
  hrefOf: (id: string) => string
  onFollow: (id: string) => void
  active: string | null
  onActivate: (id: string | null) => void
  contourLabel: (at: number) => string
  /** The sector that another picture shows opened, in the place of its mark. */
  opened?: string | undefined
  /** Three lines on the widest gap. */
  note: readonly [string, string, string] | null
}

const LINE_CLASS = {
  tie: 'tie',
  ghost: 'ghost',
  'ghost-expected': 'ghost-expected',
  'ghost-widest': 'ghost-widest',
} as const

const touches = (line: MapLine, id: string | null) => id !== null && (line.a === id || line.b === id)
const plainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/**
 * Sectors by their distance from the whole: the farther from the centre, the more on its own. One tab stop; the
 * arrow keys go round the circle, Enter opens the card. A click on a mark selects it, a click on a name opens the card.
 */
export function SectorMap({
  layout,
  lookOf,
  label,
  describe,
  hrefOf,
  onFollow,
  active,
  onActivate,
  contourLabel,
  opened,
  note,
}: SectorMapProps) {
  const svg = useRef<SVGSVGElement>(null)
  const round = [...layout.nodes].sort((a, b) => a.angle - b.angle)
  const [stop, setStop] = useState<string | null>(null)
  const tabStop = round.some(({ id }) => id === stop) ? stop : (round[0]?.id ?? null)
  const { frame } = layout

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const here = round.findIndex(({ id }) => id === tabStop)
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? round.length - 1 : step ? here + step : undefined
    if (event.key === 'Escape') onActivate(null)
    if (next === undefined) return
    event.preventDefault()
    const node = round[(next + round.length) % round.length]
    if (!node) return
    setStop(node.id)
    svg.current?.querySelector<SVGElement>(`[data-sector="${CSS.escape(node.id)}"]`)?.focus()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group inside SVG has no HTML element of its own
    <svg
      ref={svg}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className={`sector-map block h-auto w-full ${layout.crowded ? 'is-crowded' : ''}`}
      role="group"
      aria-label={label}
    >
      <Contours layout={layout} contourLabel={contourLabel} />
      <Lines
        lines={layout.lines.filter((line) => line.kind !== 'tie' || !touches(line, opened ?? null))}
        active={active}
      />
      {layout.leader && note && opened === undefined ? <Leader leader={layout.leader} note={note} /> : null}
      {layout.nodes
        .filter(({ id }) => id !== opened)
        .map((node) => (
          <g key={node.id} className="map-sector">
            <a
              data-sector={node.id}
              href={hrefOf(node.id)}
              tabIndex={node.id === tabStop ? 0 : -1}
              aria-label={describe(node.id)}
              className="map-link"
              onFocus={() => {
                setStop(node.id)
                onActivate(node.id)
              }}
              onKeyDown={onKeyDown}
              onClick={(event) => {
                if (!plainClick(event)) return
                event.preventDefault()
                const onMark = event.target instanceof Element && event.target.closest('.map-mark') !== null
                // A key press on a link arrives as a click without a pointer.
                if (onMark && event.detail > 0) onActivate(node.id)
                else onFollow(node.id)
              }}
            >
              <Mark node={node} look={lookOf(node.id)} active={active === node.id} />
              {node.place ? <rect {...node.place.box} className="map-hit" /> : null}
            </a>
            <Words node={node} look={lookOf(node.id)} counted={!layout.crowded} />
          </g>
        ))}
      <Counts lines={layout.lines} active={active} />
    </svg>
  )
}

function Contours({ layout, contourLabel }: Pick<SectorMapProps, 'layout' | 'contourLabel'>) {
  const { frame, contours } = layout
  return (
    <Silent>
      {contours.map(({ at, rx, ry }) => (
        <ellipse
          key={at}
          cx={frame.cx}
          cy={frame.cy}
          rx={rx}
          ry={ry}
          className={at > 0.6 ? 'zone-inner' : 'zone-outer'}
        />
      ))}
      {contours.map(({ at, label }) =>
        label ? (
          <text key={at} {...label} className="zone-label">
            {contourLabel(at)}
          </text>
        ) : null,
      )}
    </Silent>
  )
}

function Lines({ lines, active }: { lines: readonly MapLine[]; active: string | null }) {
  return (
    <Silent>
      {lines.map((line) => (
        <path
          key={`${line.a} ${line.b}`}
          d={`M${line.x1} ${line.y1}L${line.x2} ${line.y2}`}
          className={`${LINE_CLASS[line.kind]} ${touches(line, active) ? 'line-active' : ''}`}
          strokeWidth={line.kind === 'tie' ? line.width : undefined}
        />
      ))}
    </Silent>
  )
}

/** The number of ties on each line of the selected sector. */
function Counts({ lines, active }: { lines: readonly MapLine[]; active: string | null }) {
  return (
    <Silent>
      {lines
        .filter((line) => touches(line, active) && line.observed > 0)
        .map((line) => {
          const along = line.a === active ? 0.56 : 0.44
          return (
            <text
              key={`${line.a} ${line.b}`}
              x={line.x1 + (line.x2 - line.x1) * along}
              y={line.y1 + (line.y2 - line.y1) * along + 4}
              className="map-count"
            >
              {line.few ? '<3' : line.observed}
            </text>
          )
        })}
    </Silent>
  )
}

function Leader({
  leader,
  note,
}: {
  leader: NonNullable<SectorMapLayout['leader']>
  note: readonly [string, string, string]
}) {
  const { box, anchor, from, to } = leader
  const x = anchor === 'start' ? box.x : box.x + box.width
  return (
    <Silent>
      <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} className="map-leader" />
      <circle cx={from.x} cy={from.y} r="2" className="fill-ink" />
      <text className="map-note" y={box.y + 12} textAnchor={anchor}>
        <tspan x={x} className="font-semibold">
          {note[0]}
        </tspan>
        <tspan x={x} dy="15">
          {note[1]}
        </tspan>
        <tspan x={x} dy="15">
          {note[2]}
        </tspan>
      </text>
    </Silent>
  )
}

function Mark({ node, look, active }: { node: MapNode; look: SectorLook; active: boolean }) {
  const { x, y, r, ring, level } = node
  const outer = ring + (level === 'bridging' ? 3.2 : 0)
  return (
    <g className="map-mark">
      <circle cx={x} cy={y} r={Math.max(outer + 2, 12)} className="map-halo" />
      <SectorGlyph
        x={x}
        y={y}
        r={r}
        group={look.group}
        shape={look.shape}
        unknown={level === 'insufficient-data'}
      />
      <LevelRing level={level} x={x} y={y} r={ring} />
      {active ? <circle cx={x} cy={y} r={outer + 3.5} className="map-selected" /> : null}
      <circle cx={x} cy={y} r={outer + 4} className="map-focus" />
    </g>
  )
}

/** Code and label, beside the link rather than in it: its own name says more than they do. */
function Words({ node, look, counted }: { node: MapNode; look: SectorLook; counted: boolean }) {
  const { x, y, r, place } = node
  return (
    <Silent>
      <SectorCode
        x={x}
        y={y}
        r={r}
        code={look.code}
        group={look.group}
        unknown={node.level === 'insufficient-data'}
      />
      {place ? (
        <text
          x={place.x}
          y={place.y}
          textAnchor={place.anchor}
          className={`map-label ${node.urgent ? 'font-semibold' : ''}`}
        >
          {node.label}
          {counted ? (
            <tspan x={place.x} dy="14" className="map-label-count">
              {node.count}
            </tspan>
          ) : null}
        </text>
      ) : null}
    </Silent>
  )
}
