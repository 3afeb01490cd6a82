import { lazy, Suspense, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { TIE_CHANGES } from '#shared/analytics/network-change.ts'
import { fitsWhole } from '../../../network/graph/actor-scene.ts'
import { actorKey } from '../../../network/graph/scene.ts'
import { LineSample } from '../../../network/LineSample.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { Dressed } from '../appearance/dress-actors.ts'
import { loadGraph } from '../GraphPane.tsx'
import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'
import type { ComparedNetworks } from './compare-networks.ts'
import { type Comparison, comparedPainting, comparedScene } from './comparison.ts'
import { PaintedPicture } from './PaintedPicture.tsx'

const NetworkGraph = lazy(() => loadGraph().then((module) => ({ default: module.NetworkGraph })))

interface ComparePictureProps {
  compared: ComparedNetworks
  comparison: Comparison
  dressed: Dressed
  view: ExplorerView
  change: ChangeView
}

/** Both dates in one picture, everybody where they always stand. */
export function ComparePicture({ compared, comparison, dressed, view, change }: ComparePictureProps) {
  const t = useTranslations('explorer')
  const common = useTranslations('common.state')
  const format = useFormat()
  const { index } = compared
  const { filtered, ties } = comparison
  const whole = useMemo(() => fitsWhole(index), [index])
  const scene = useMemo(
    () => (whole ? comparedScene(compared, filtered, dressed) : null),
    [whole, compared, filtered, dressed],
  )
  const chosen = view.actor !== null && index.rowOf.has(view.actor) ? actorKey(view.actor) : null
  const label = t('compare.graphLabel', {
    from: format.date(compared.from),
    to: format.date(compared.to),
    kept: format.integer(ties.kept.length),
    more: format.integer(ties.added.length + ties.reactivated.length),
    less: format.integer(ties.ended.length + ties.lapsed.length),
  })
  return (
    <div className="graph-pane">
      {scene ? (
        <Suspense fallback={<p className="caption graph-wait">{common('loading')}</p>}>
          <NetworkGraph
            scene={scene}
            chosen={chosen}
            label={label}
            onChoose={(key) =>
              change({ actor: scene.nodes.find((node) => node.key === key)?.ref ?? null, focus: null })
            }
            onEscape={() => change({ actor: null })}
          />
        </Suspense>
      ) : (
        <Painted {...{ compared, comparison, dressed }} chosen={view.actor} label={label} />
      )}
      <div className="compare-lines">
        {scene ? null : <p>{t('compare.large')}</p>}
        <ul>
          {TIE_CHANGES.map((one) => (
            <li key={one}>
              <LineSample line={one} />
              {t(`compare.tie.${one}`)} <b>{format.integer(ties[one].length)}</b>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

interface PaintedProps extends Pick<ComparePictureProps, 'compared' | 'comparison' | 'dressed'> {
  chosen: string | null
  label: string
}

function Painted({ compared, comparison, dressed, chosen, label }: PaintedProps) {
  const painted = useMemo(
    () =>
      comparedPainting(
        compared,
        comparison,
        (row) => {
          const { group, shape } = dressed.lookOf(row)
          return { colour: group ?? 'none', shape }
        },
        chosen,
      ),
    [compared, comparison, dressed, chosen],
  )
  return (
    <figure className="painted-large" aria-label={label}>
      <PaintedPicture network={painted} className="painted-large-canvas" />
    </figure>
  )
}
