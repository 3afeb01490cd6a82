import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { MethodButton } from '../../../network/MethodButton.tsx'
import { SectorMark } from '../../../network/SectorMark.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'
import type { Reading } from './reading.ts'
import { NO_QUESTION } from './use-canvas-actions.ts'

interface AnswerProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

/** The answer to what was asked of the chosen actor, in words beside the picture. Null where nothing is asked. */
export function Answer(props: AnswerProps) {
  const { model, change } = props
  const t = useTranslations('explorer.ask')
  const { reading, chosenRow } = model
  if (chosenRow === null || (reading?.ask !== 'path' && reading?.ask !== 'leave')) return null
  return (
    <section className="answer" aria-live="polite">
      {reading.ask === 'path' ? (
        <PathAnswer {...props} reading={reading} />
      ) : (
        <LeaveAnswer {...props} reading={reading} row={chosenRow} />
      )}
      <p className="caption">{t('counted')}</p>
      <Button onClick={() => change(NO_QUESTION)}>{t('end')}</Button>
    </section>
  )
}

type ReadingOf<Ask extends Reading['ask']> = Extract<Reading, { ask: Ask }>

/** More names than this in one step are counted. */
const NAMED = 6

function PathAnswer({ model, change, reading }: AnswerProps & { reading: ReadingOf<'path'> }) {
  const t = useTranslations('explorer.ask')
  const format = useFormat()
  const { paths, steps } = reading
  if (paths.length < 0) return <h3>{t('noPath')}</h3>
  return (
    <>
      <h3>{t('steps', { length: paths.length, count: paths.count })}</h3>
      <ol className="path-steps">
        {steps.map((rows, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
          <li key={step}>
            <span className="visually-hidden">{t('onTheWay', { step: format.integer(step) })}</span>
            <ActorNames model={model} rows={rows.slice(0, NAMED)} change={change} />
            {rows.length > NAMED ? (
              <small>{t('moreNames', { count: format.integer(rows.length - NAMED) })}</small>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  )
}

function LeaveAnswer({
  model,
  view,
  change,
  reading,
  row,
}: AnswerProps & { reading: ReadingOf<'leave'>; row: number }) {
  const t = useTranslations('explorer.ask')
  const format = useFormat()
  const { pieces, pairsCut } = reading.broken
  const name = model.network.actors.name[row]!
  return (
    <>
      <h3>
        {t('leaveTitle', { name })}{' '}
        <MethodButton
          metric="articulation"
          of={t('leaveTitle', { name })}
          view={{ on: view.on ?? undefined, definition: view.definition }}
        />
      </h3>
      <p>
        {pieces.length < 2
          ? t('holds')
          : t('breaks', {
              pairs: pairsCut,
              pieces: pieces
                .slice(0, NAMED)
                .map((piece) => format.integer(piece.length))
                .join(' + ')
                .concat(pieces.length > NAMED ? ' + …' : ''),
            })}
      </p>
      {reading.alone > 0 ? <p>{t('alone', { count: reading.alone })}</p> : null}
      {pieces.slice(1, NAMED).map((piece) => (
        <div key={piece[0]} className="answer-piece">
          <h4>{t('piece', { count: format.integer(piece.length) })}</h4>
          <ActorNames model={model} rows={piece.slice(0, NAMED)} change={change} />
          {piece.length > NAMED ? (
            <small>{t('moreNames', { count: format.integer(piece.length - NAMED) })}</small>
          ) : null}
        </div>
      ))}
    </>
  )
}

/** Actors as buttons that choose them. */
export function ActorNames({
  model,
  rows,
  change,
  after,
}: {
  model: ExplorerModel
  rows: readonly number[]
  change: ChangeView
  after?: (row: number) => ReactNode
}) {
  const { actors } = model.network
  return (
    <ul className="actor-names">
      {rows.map((row) => {
        const look = model.looks.ofRow(model.network, row)
        return (
          <li key={row}>
            <button
              type="button"
              className="actor-name"
              onClick={() => change({ actor: actors.id[row]!, ...NO_QUESTION })}
            >
              <SectorMark group={look.group} shape={look.shape} />
              <span>{actors.name[row]}</span>
            </button>
            {after?.(row)}
          </li>
        )
      })}
    </ul>
  )
}
