import '../twins.css'
import './matrix.css'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { MarkLook } from '../../../network/graph/scene.ts'
import { MethodButton } from '../../../network/MethodButton.tsx'
import { SectorMark } from '../../../network/SectorMark.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'
import { MatrixLegend } from './MatrixLegend.tsx'
import type { MatrixModel } from './matrix-model.ts'
import { isClear, type NotablePair, notablePairs } from './notable-pairs.ts'
import { TestWords } from './TestWords.tsx'
import { useMatrix } from './use-matrix.ts'
import { useMatrixWords } from './use-matrix-words.ts'
import { usePairTest } from './use-pair-test.ts'

interface MatrixPanelProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

/** Pairs listed at once. */
const LISTED = 6

/** Beside the matrix: which pairs to look at first, and how its cells are read. */
export function MatrixPanel({ model, view, change }: MatrixPanelProps) {
  const t = useTranslations('explorer.matrix')
  const { matrix, lookOf } = useMatrix(model, view.matrix)
  const test = usePairTest(matrix)
  const pairs = useMemo(() => (matrix ? notablePairs(matrix, test) : null), [matrix, test])
  if (!matrix || !pairs || matrix.ids.every((id, k) => id === '' || matrix.sizes[k] === 0)) return null
  const open = (a: number, b: number) =>
    change({ matrix: { ...view.matrix, cell: [matrix.ids[a]!, matrix.ids[b]!] } }, true)
  return (
    <div className="matrix-panel">
      {(['fewer', 'more'] as const).map((side) => (
        <PairList
          key={side}
          title={t(`notable.${side}`)}
          none={t('notable.none')}
          pairs={pairs[side]}
          matrix={matrix}
          lookOf={lookOf}
          tested={test.state === 'done'}
          onOpen={open}
        />
      ))}
      <TestWords test={test}>
        <MethodButton
          metric="pair-test"
          of={t('test.name')}
          view={{ on: view.on ?? undefined, definition: view.definition }}
        />
      </TestWords>
      <MatrixLegend near={view.matrix.order === 'near'} tested={test.state === 'done'} />
    </div>
  )
}

interface PairListProps {
  title: string
  none: string
  pairs: readonly NotablePair[]
  matrix: MatrixModel
  lookOf: (id: string) => MarkLook
  tested: boolean
  onOpen: (a: number, b: number) => void
}

function PairList({ title, none, pairs, matrix, lookOf, tested, onOpen }: PairListProps) {
  const t = useTranslations('explorer.matrix.notable')
  const format = useFormat()
  const words = useMatrixWords((id) => lookOf(id).name)
  const listed = pairs.slice(0, LISTED)
  const clear = pairs.filter(isClear).length
  return (
    <section className="notable">
      <h2 className="panel-title">
        {title} {tested ? <small>{t('clear', { count: clear })}</small> : null}
      </h2>
      {listed.length === 0 ? <p className="caption">{none}</p> : null}
      <ul>
        {listed.map((pair) => {
          const [a, b] = [lookOf(matrix.ids[pair.a]!), lookOf(matrix.ids[pair.b]!)]
          return (
            <li key={`${a.id} ${b.id}`} data-clear={isClear(pair) || undefined}>
              <button type="button" onClick={() => onOpen(pair.a, pair.b)}>
                <span className="notable-name">
                  <SectorMark group={a.group} shape={a.shape} />
                  {pair.a === pair.b ? (
                    t('inside', { name: a.name })
                  ) : (
                    <>
                      {a.name} – <SectorMark group={b.group} shape={b.shape} /> {b.name}
                    </>
                  )}
                </span>
                <span className="notable-count">
                  {t('of', { count: format.integer(pair.observed), expected: words.expected(pair.expected) })}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {pairs.length > LISTED ? (
        <p className="caption">{t('left', { count: pairs.length - LISTED })}</p>
      ) : null}
    </section>
  )
}
