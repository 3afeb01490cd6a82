import { ArrowLeft } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { LineClass } from '../../../network/graph/network-index.ts'
import { SectorMark } from '../../../network/SectorMark.tsx'
import { TableCsv } from '../../../network/TableCsv.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { actorMatrix, pairOf } from './actor-matrix.ts'
import { type AxisEntry, MatrixGrid } from './MatrixGrid.tsx'
import type { MatrixModel } from './matrix-model.ts'
import type { MatrixWords } from './use-matrix-words.ts'
import type { PairTestState } from './use-pair-test.ts'

interface ActorMatrixPaneProps {
  model: ExplorerModel
  matrix: MatrixModel
  cell: readonly [string, string]
  nameOf: (id: string) => string
  words: MatrixWords
  test: PairTestState
  chosen: string | null
  onChoose: (actor: string) => void
  onBack: () => void
}

const SIGN: Readonly<Record<LineClass, string>> = { active: '●', new: '◆', expired: '◌', uncounted: '○' }
const SENTENCE = { active: 'yes', new: 'new', expired: 'expired', uncounted: 'uncounted' } as const

/** One cell opened: the actors of the two classes against one another, and their pairs as a list. */
export function ActorMatrixPane(props: ActorMatrixPaneProps) {
  const { model, matrix, cell, nameOf, words, test, chosen, onChoose, onBack } = props
  const t = useTranslations('explorer.matrix')
  const format = useFormat()
  const [sentence, setSentence] = useState<string | null>(null)
  const { network } = model
  const [s, u] = [matrix.ids.indexOf(cell[0]), matrix.ids.indexOf(cell[1])]
  const there = s >= 0 && u >= 0
  const pair = useMemo(
    () => (there ? actorMatrix(model, matrix, [s, u], format.compare) : null),
    [there, model, matrix, s, u, format],
  )
  const entries = useCallback(
    (rows: readonly number[]) => rows.map((row) => entryOf(model, row, chosen)),
    [model, chosen],
  )
  const rows = useMemo(() => entries(pair?.rows ?? []), [entries, pair])
  const columns = useMemo(() => entries(pair?.columns ?? []), [entries, pair])
  const cellOf = useCallback(
    (row: number, column: number) => {
      const [from, to] = [pair!.rows[row]!, pair!.columns[column]!]
      if (from === to) return null
      const line = pair!.lines.get(pairOf(from, to))
      const names = { a: network.actors.name[from]!, b: network.actors.name[to]! }
      return {
        text: line ? SIGN[line] : '',
        look: line ? `line-cell cell-${line}` : 'line-cell',
        sentence: t(`drill.${line ? SENTENCE[line] : 'no'}`, names),
      }
    },
    [pair, network, t],
  )
  const press = useCallback(
    (row: number) => onChoose(network.actors.id[pair!.rows[row]!]!),
    [onChoose, network, pair],
  )
  const back = (
    <Button onClick={onBack}>
      <ArrowLeft size={16} strokeWidth={1.75} aria-hidden /> {t('back')}
    </Button>
  )
  if (!pair)
    return (
      <p className="twin-note">
        {t('drill.gone')} {back}
      </p>
    )
  const [a, b] = [nameOf(cell[0]), nameOf(cell[1])]
  const [left, right] = [matrix.sizes[s]!, matrix.sizes[u]!]
  const title = {
    a,
    b,
    count: matrix.mixing.observed[s * matrix.ids.length + u]!,
    possible: format.integer(s === u ? (left * (left - 1)) / 2 : left * right),
  }
  const unseen = pair.rowsLeft + (s === u ? 0 : pair.columnsLeft)
  return (
    <>
      <header className="twin-heading">
        {back}
        <h2 className="section-title">{s === u ? t('drill.titleInside', title) : t('drill.title', title)}</h2>
        <p className="caption">{words.cell(matrix, s, u, test).sentence}</p>
      </header>
      <p className="matrix-sentence">{sentence ?? t('drill.hint')}</p>
      <div className="matrix-scroll">
        <MatrixGrid
          label={t('drill.label', { a, b })}
          corner={null}
          rows={rows}
          columns={columns}
          cellOf={cellOf}
          onPress={press}
          onStand={setSentence}
        />
      </div>
      <p className="matrix-signs">
        {(['active', 'new', 'expired', 'uncounted'] as const).map((line) => (
          <span key={line}>
            <span aria-hidden="true">{SIGN[line]}</span> {t(`drill.marks.${line}`)}
          </span>
        ))}
      </p>
      {unseen > 0 ? <p className="caption">{t('drill.left', { count: unseen })}</p> : null}
      <Pairs {...props} pairs={pair.pairs} />
    </>
  )
}

function entryOf({ network, looks }: ExplorerModel, row: number, chosen: string | null): AxisEntry {
  const name = network.actors.name[row]!
  const id = network.actors.id[row]!
  const look = looks.ofRow(network, row)
  const mark = <SectorMark group={look.group} shape={look.shape} />
  const marked = id === chosen ? 'matrix-actor is-chosen' : 'matrix-actor'
  return {
    key: id,
    name,
    head: (
      <span className={marked}>
        {mark} {name}
      </span>
    ),
    short: (
      <span className={`${marked} matrix-upright`} aria-hidden="true">
        {name}
      </span>
    ),
  }
}

interface PairsProps extends ActorMatrixPaneProps {
  pairs: readonly (readonly [number, number])[]
}

/** The same as a list, for the phone and for whoever reads rather than looks. */
function Pairs({ model, pairs, nameOf, cell, onChoose }: PairsProps) {
  const t = useTranslations('explorer.matrix')
  const { actors } = model.network
  const head = [t('csv.actorA'), t('csv.actorB'), t('csv.line')]
  const rows = () =>
    pairs.map(([row, column]) => [actors.name[row]!, actors.name[column]!, t('drill.marks.active')])
  return (
    <section className="matrix-pairs">
      <h3 className="panel-title">
        {t('drill.pairs')}
        <TableCsv file={`${nameOf(cell[0])}-${nameOf(cell[1])}`} head={head} rows={rows} quiet />
      </h3>
      {pairs.length === 0 ? <p className="caption">{t('drill.noPairs')}</p> : null}
      <ul>
        {pairs.map(([row, column]) => (
          <li key={pairOf(row, column)}>
            <button type="button" className="actor-name" onClick={() => onChoose(actors.id[row]!)}>
              <span>{actors.name[row]}</span>
            </button>
            {' – '}
            <button type="button" className="actor-name" onClick={() => onChoose(actors.id[column]!)}>
              <span>{actors.name[column]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
