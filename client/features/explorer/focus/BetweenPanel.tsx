import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { MethodButton } from '../../../network/MethodButton.tsx'
import { useNames } from '../../../network/use-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import { valuesOf } from '../use-filter-options.ts'
import type { ExplorerView } from '../view-state.ts'
import { ActorNames } from './Answer.tsx'
import type { Broker } from './reading.ts'
import { readSide, type SideId } from './set-choice.ts'

interface BetweenPanelProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

/** So many go-betweens are listed. */
const LISTED = 20

/** "Who connects batik and media?": two sides to choose, and who has partners in both. */
export function BetweenPanel({ model, view, change }: BetweenPanelProps) {
  const t = useTranslations('explorer.ask')
  const id = useId()
  const [a, b] = view.between ?? NEITHER
  const choose = (next: [SideId | null, SideId | null]) => {
    const [x, y] = next
    // One side alone is no question yet: the other is asked for with it.
    if (x && y && x !== y) change({ between: [x, y], actor: null, focus: null, to: null, leave: false }, true)
  }
  return (
    <section className="between" aria-labelledby={`${id}-title`}>
      <details open={view.between !== null}>
        <summary>
          <h2 className="panel-title" id={`${id}-title`}>
            {t('betweenTitle')}
          </h2>
        </summary>
        <SideForm model={model} a={a} b={b} onChoose={choose} />
      </details>
      {view.between && model.reading?.ask === 'between' ? (
        <BetweenAnswer model={model} view={view} change={change} />
      ) : null}
    </section>
  )
}

const NEITHER: readonly [null, null] = [null, null]

interface SideFormProps {
  model: ExplorerModel
  a: SideId | null
  b: SideId | null
  onChoose: (sides: [SideId | null, SideId | null]) => void
}

function SideForm({ model, a, b, onChoose }: SideFormProps) {
  const t = useTranslations('explorer.ask')
  const id = useId()
  const asked = `${a}~${b}`
  const [last, setLast] = useState(asked)
  const [sides, setSides] = useState<readonly [SideId | null, SideId | null]>([a, b])
  if (last !== asked) {
    setLast(asked)
    setSides([a, b])
  }
  const set = (side: 'a' | 'b', value: SideId | null) => {
    const next: [SideId | null, SideId | null] = side === 'a' ? [value, sides[1]] : [sides[0], value]
    setSides(next)
    onChoose(next)
  }
  return (
    <form className="between-sides" onSubmit={(event) => event.preventDefault()}>
      {(['a', 'b'] as const).map((side) => (
        <label key={side} htmlFor={`${id}-${side}`}>
          <span>{t(side === 'a' ? 'sideA' : 'sideB')}</span>
          <select
            id={`${id}-${side}`}
            name={side}
            className="input"
            value={(side === 'a' ? sides[0] : sides[1]) ?? ''}
            onChange={(event) => set(side, readSide(event.currentTarget.value))}
          >
            <option value="">{t('choose')}</option>
            <SideOptions model={model} />
          </select>
        </label>
      ))}
    </form>
  )
}

function SideOptions({ model }: { model: ExplorerModel }) {
  const t = useTranslations('explorer.ask')
  const names = useNames()
  const format = useFormat()
  const count = model.picked?.reduce((sum, one) => sum + one, 0) ?? 0
  const sectors = [...valuesOf(model, 'sector')].filter((one) => one !== '')
  const roles = [...valuesOf(model, 'role')].filter((one) => one !== '')
  const byName = (nameOf: (id: string) => string) => (x: string, y: string) =>
    format.compare(nameOf(x), nameOf(y))
  return (
    <>
      {count > 0 ? <option value="pick">{t('picked', { count: format.integer(count) })}</option> : null}
      <optgroup label={t('sectors')}>
        {sectors.sort(byName(names.sectorShort)).map((one) => (
          <option key={one} value={`s.${one}`}>
            {names.sectorShort(one)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('roles')}>
        {roles.sort(byName(names.role)).map((one) => (
          <option key={one} value={`r.${one}`}>
            {names.role(one)}
          </option>
        ))}
      </optgroup>
    </>
  )
}

function BetweenAnswer({ model, view, change }: BetweenPanelProps) {
  const t = useTranslations('explorer.ask')
  const format = useFormat()
  const { reading } = model
  if (reading?.ask !== 'between') return null
  const { brokers, all } = reading
  const brokerOf = new Map<number, Broker>(brokers.map((broker) => [broker.row, broker]))
  const needsHelix =
    brokers.length === 0 &&
    all.direct.length === 0 &&
    view.definition !== 'helix' &&
    view.between!.some((side) => side.startsWith('r.'))
  return (
    <div className="answer" aria-live="polite">
      <p>
        <b>{t('direct', { count: all.direct.length })}</b>
      </p>
      <p>
        {t('brokers', { count: brokers.length })}{' '}
        <MethodButton
          metric="brokerage"
          of={t('betweenTitle')}
          view={{ on: view.on ?? undefined, definition: view.definition }}
        />
      </p>
      <ActorNames
        model={model}
        rows={brokers.slice(0, LISTED).map(({ row }) => row)}
        change={(part) => change({ ...part, between: view.between })}
        after={(row) => {
          const broker = brokerOf.get(row)!
          return (
            <small>
              {t('brings', {
                pairs: broker.pairs,
                inA: format.integer(broker.inA),
                inB: format.integer(broker.inB),
              })}
            </small>
          )
        }}
      />
      {brokers.length > LISTED ? (
        <small>{t('moreNames', { count: format.integer(brokers.length - LISTED) })}</small>
      ) : null}
      {needsHelix ? <p className="caption">{t('helixHint')}</p> : null}
      <p className="caption">{t('counted')}</p>
      <Button onClick={() => change({ between: null })}>{t('end')}</Button>
    </div>
  )
}
