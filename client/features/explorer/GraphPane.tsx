import { lazy, type RefObject, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { PlaneBox } from '../../network/graph/create-graph.ts'
import type { FocusStep } from '../../network/graph/NetworkGraph.tsx'
import { actorKey } from '../../network/graph/scene.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import { useNoun } from './use-noun.ts'
import { type ExplorerView, MAX_FOCUS } from './view-state.ts'

const NetworkGraph = lazy(() => loadGraph().then((module) => ({ default: module.NetworkGraph })))

/** The canvas is a chunk of its own; asked for early, it comes while the network is on its way. */
export const loadGraph = () => import('../../network/graph/NetworkGraph.tsx')

interface GraphPaneProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
  inView?: RefObject<(() => PlaneBox) | null>
}

/** The graph with what the size limit keeps out of it said underneath. */
export function GraphPane({ model, view, change, inView }: GraphPaneProps) {
  const t = useTranslations('explorer')
  const common = useTranslations('common.state')
  const announce = useAnnounce()
  const format = useFormat()
  const noun = useNoun(model.network.definition)
  // Where the keyboard stands, when it is not on an actor: a closed sector is no part of the address.
  const [standing, setStanding] = useState<string | null>(null)
  const { scene } = model
  const chosen =
    standing ?? (model.chosenRow === null ? null : actorKey(model.network.actors.id[model.chosenRow]!))

  const choose = (key: string | null) => {
    const node = scene.nodes.find((one) => one.key === key)
    if (node && node.kind !== 'actor') {
      setStanding(node.key)
      announce(t('announce.group', { name: node.look.name, count: format.integer(node.count) }))
      return
    }
    setStanding(null)
    change({ actor: node?.ref ?? null, ...(node ? {} : { focus: null }) })
  }
  const open = (key: string) => {
    const node = scene.nodes.find((one) => one.key === key)
    if (!node) return
    setStanding(null)
    announce(t('group.opened', { sector: node.look.name, count: format.integer(node.count) }))
    change({ open: [...view.open.filter((id) => id !== node.ref), node.ref], actor: null, focus: null })
  }
  const focus = (step: FocusStep) => {
    if (model.chosenRow === null) return
    const now = view.focus ?? 0
    if (step === 'toggle') change({ focus: view.focus === null ? 1 : null })
    else if (step === 'more') change({ focus: Math.min(MAX_FOCUS, now + 1) })
    else if (step === 'less') change({ focus: now <= 1 ? null : now - 1 })
    else change({ focus: step })
  }
  const stepBack = () => {
    if (standing !== null) setStanding(null)
    else if (view.focus !== null) change({ focus: null })
    else if (view.actor !== null) change({ actor: null })
    else if (view.open.length > 0) change({ open: view.open.slice(0, -1) })
  }

  const { counts } = model.network
  return (
    <div className="graph-pane">
      <Suspense fallback={<p className="caption graph-wait">{common('loading')}</p>}>
        <NetworkGraph
          scene={scene}
          captions={model.captions}
          chosen={chosen}
          kept={model.kept}
          extent={model.whole ? 'layout' : 'content'}
          inView={inView}
          label={t('graphLabel', { actors: noun(counts.n), ties: t('ties', { count: counts.m }) })}
          onChoose={choose}
          onOpen={open}
          onFocus={focus}
          onEscape={stepBack}
        />
      </Suspense>
      <p className="graph-left">
        {model.whole ? null : <span>{t('left.grouped')}</span>}
        {scene.left.actors > 0 ? <span>{t('left.actors', { count: scene.left.actors })}</span> : null}
        {scene.left.ties > 0 ? <span>{t('left.ties', { count: scene.left.ties })}</span> : null}
      </p>
    </div>
  )
}
