import '../twins.css'
import './matrix.css'
import { type ReactNode, useCallback, useId, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { SectorMark } from '../../../network/SectorMark.tsx'
import { TitleWithMethod } from '../../../network/TitleWithMethod.tsx'
import { type Names, useNames } from '../../../network/use-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { ComparisonState } from '../time/use-comparison.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import { useNoun } from '../use-noun.ts'
import type { ExplorerView } from '../view-state.ts'
import { ActorMatrixPane } from './ActorMatrixPane.tsx'
import { comparedCells } from './compared-cells.ts'
import { MatrixCsv } from './MatrixCsv.tsx'
import { type AxisEntry, MatrixGrid } from './MatrixGrid.tsx'
import { MatrixPanel } from './MatrixPanel.tsx'
import { MATRIX_LIMIT, type MatrixModel } from './matrix-model.ts'
import type { MatrixView } from './matrix-view.ts'
import { useMatrix } from './use-matrix.ts'
import { useMatrixWords } from './use-matrix-words.ts'
import { usePairTest } from './use-pair-test.ts'

interface MatrixPaneProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
  /** Two dates, where the address names them. */
  comparison: ComparisonState | null
  /** The panel of the matrix stands beside it; else it is under it. */
  wide: boolean
}

/** Sectors against sectors, or roles against roles: who meets whom, how often, and how often would be expected. */
export function MatrixPane({ model, view, change, comparison, wide }: MatrixPaneProps) {
  const names = useNames()
  const t = useTranslations('explorer.matrix')
  const [limit, setLimit] = useState(MATRIX_LIMIT)
  const [sentence, setSentence] = useState<string | null>(null)
  const { matrix, nameOf, lookOf } = useMatrix(model, view.matrix, limit)
  const test = usePairTest(matrix)
  const words = useMatrixWords(nameOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the comparison, its two networks and what passes are read
  const other = useMemo(
    () => (matrix && comparison ? comparedCells(matrix, comparison, model.network.on) : null),
    [matrix, comparison?.compared, comparison?.comparison, model.network.on],
  )
  const set = (part: Partial<MatrixView>, keep = false) =>
    change({ matrix: { ...view.matrix, ...part } }, keep)

  const entries = useMemo(
    () =>
      (matrix?.order ?? []).map((k): AxisEntry => {
        const id = matrix!.ids[k]!
        const look = lookOf(id)
        return {
          key: id,
          name: look.name,
          head: (
            <>
              <SectorMark group={look.group} shape={look.shape} />{' '}
              <span className="matrix-name">{look.name}</span>{' '}
              <span className="matrix-code" aria-hidden="true">
                {look.code}
              </span>{' '}
              <small>{matrix!.sizes[k]}</small>
            </>
          ),
          short: (
            <span aria-hidden="true">
              <SectorMark group={look.group} shape={look.shape} />
              {look.code}
            </span>
          ),
        }
      }),
    [matrix, lookOf],
  )
  const cellOf = useCallback(
    (row: number, column: number) =>
      matrix ? words.cell(matrix, matrix.order[row]!, matrix.order[column]!, test, other) : null,
    [matrix, words, test, other],
  )
  const open = useCallback(
    (row: number, column: number) => {
      if (!matrix) return
      const [s, u] = [matrix.order[row]!, matrix.order[column]!]
      if (cellOf(row, column)?.look === 'is-void') return
      change({ matrix: { ...view.matrix, cell: [matrix.ids[s]!, matrix.ids[u]!] } }, true)
    },
    [matrix, cellOf, change, view.matrix],
  )

  if (view.matrix.by === 'role' && countsOneRole(names, model.network.definition))
    return (
      <div className="twin-pane">
        <Controls view={view.matrix} set={set} />
        <p className="twin-note">
          {t('needsHelix')}{' '}
          <Button onClick={() => change({ definition: 'helix' }, true)}>{t('toHelix')}</Button>
        </p>
      </div>
    )
  if (matrix === null || isUnnamed(matrix))
    return (
      <div className="twin-pane">
        <Controls view={view.matrix} set={set} />
        <p className="twin-note">{t(matrix === null ? 'noPairs' : 'noRoles')}</p>
      </div>
    )
  if (view.matrix.cell !== null)
    return (
      <div className="twin-pane">
        <ActorMatrixPane
          model={model}
          matrix={matrix}
          cell={view.matrix.cell}
          nameOf={nameOf}
          words={words}
          test={test}
          chosen={view.actor}
          onChoose={(actor) => change({ actor })}
          onBack={() => set({ cell: null }, true)}
        />
      </div>
    )
  return (
    <div className="twin-pane">
      <Heading model={model} view={view} matrix={matrix} nameOf={nameOf} expected={words.expected} />
      <Controls view={view.matrix} set={set}>
        <MatrixCsv matrix={matrix} nameOf={nameOf} test={test} />
      </Controls>
      {comparison ? <Dates comparison={comparison} on={model.network.on} /> : null}
      <p className="matrix-sentence">{sentence ?? t('hint')}</p>
      <div className="matrix-scroll">
        <MatrixGrid
          label={t('label', { by: matrix.by })}
          corner={<small>{t('corner')}</small>}
          rows={entries}
          columns={entries}
          cellOf={cellOf}
          onPress={open}
          onStand={setSentence}
        />
      </div>
      {matrix.beyond > 0 ? (
        <p className="twin-note">
          {t('beyond', { count: matrix.beyond })}{' '}
          <Button onClick={() => setLimit(Number.POSITIVE_INFINITY)}>{t('all')}</Button>
        </p>
      ) : null}
      {wide ? null : <MatrixPanel model={model} view={view} change={change} />}
    </div>
  )
}

/** Where the definition counts actors of one role alone, roles have nobody to meet. */
function countsOneRole({ reference }: Names, definition: DefinitionId): boolean {
  const roles = reference?.definitions.find(({ id }) => id === definition)?.rule.roles
  return roles != null && roles.length < 2
}

/** Nobody has a role: there is nothing to lay out. */
const isUnnamed = ({ by, ids, sizes }: MatrixModel) =>
  by === 'role' && ids.every((id, k) => id === '' || sizes[k] === 0)

/** Which two dates the cells tell of, and of which one the rest is. */
function Dates({ comparison, on }: { comparison: ComparisonState; on: string }) {
  const t = useTranslations('explorer.matrix.dates')
  const format = useFormat()
  const { dates, compared, failed } = comparison
  if (failed) return <p className="twin-dates">{t('failed')}</p>
  if (!compared) return <p className="twin-dates">{t('loading')}</p>
  const [from, to] = [format.date(dates.from), format.date(dates.to)]
  return <p className="twin-dates">{t('cells', { from, to, on: format.date(on) })}</p>
}

interface HeadingProps {
  model: ExplorerModel
  view: ExplorerView
  matrix: MatrixModel
  nameOf: (id: string) => string
  expected: (value: number) => string
}

function Heading({ model, view, matrix, nameOf, expected }: HeadingProps) {
  const t = useTranslations('explorer')
  const noun = useNoun(model.network.definition)
  const format = useFormat()
  const { met, possible } = matrix.pairs
  const title =
    matrix.by === 'role'
      ? t('matrix.findingRoles', { met: format.integer(met), possible: format.integer(possible) })
      : t('matrix.finding', { met: format.integer(met), possible })
  const { widest } = matrix
  const gap = widest
    ? t('matrix.widest', {
        a: nameOf(matrix.ids[widest.a]!),
        b: nameOf(matrix.ids[widest.b]!),
        expected: expected(widest.expected),
      })
    : null
  const { n, m } = matrix.counted.csr
  return (
    <header className="twin-heading">
      <TitleWithMethod
        title={gap ? `${title}; ${gap}` : title}
        metric={matrix.by === 'role' ? 'helix-coverage' : 'mixing'}
        view={{ on: view.on ?? undefined, definition: view.definition }}
      />
      <p className="caption">{t('matrix.counted', { actors: noun(n), ties: t('ties', { count: m }) })}</p>
    </header>
  )
}

interface ControlsProps {
  view: MatrixView
  set: (part: Partial<MatrixView>, keep?: boolean) => void
  children?: ReactNode
}

function Controls({ view, set, children }: ControlsProps) {
  const t = useTranslations('explorer.matrix')
  const id = useId()
  return (
    <div className="twin-controls">
      <label htmlFor={`${id}-by`}>{t('between')}</label>
      <select
        id={`${id}-by`}
        className="input"
        value={view.by}
        onChange={(event) => set({ by: event.target.value === 'role' ? 'role' : 'sector', cell: null }, true)}
      >
        <option value="sector">{t('bySector')}</option>
        <option value="role">{t('byRole')}</option>
      </select>
      <label htmlFor={`${id}-order`}>{t('order')}</label>
      <select
        id={`${id}-order`}
        className="input"
        value={view.order}
        onChange={(event) => set({ order: event.target.value === 'given' ? 'given' : 'near' })}
      >
        <option value="near">{t('near')}</option>
        <option value="given">{t('given')}</option>
      </select>
      {children}
    </div>
  )
}
