import { X } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { FigureId } from '../../../network/figure-id.ts'
import { MethodButton } from '../../../network/MethodButton.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useAnnounce } from '../../../ui/LiveRegion.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import { useNoun } from '../use-noun.ts'
import type { ExplorerView } from '../view-state.ts'
import { type SetNumbers, setNumbers } from './selection-summary.ts'

interface SelectionPanelProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

/** What is picked, in numbers beside those of the whole. Null where nobody is. */
export function SelectionPanel({ model, view, change }: SelectionPanelProps) {
  const t = useTranslations('explorer.pick')
  const noun = useNoun(model.network.definition)
  const { picked, network } = model
  const count = picked?.reduce((sum, one) => sum + one, 0) ?? 0
  useSpokenCount(count)
  const [own, whole] = useMemo(
    () => [setNumbers(network, picked), setNumbers(network, null)],
    [network, picked],
  )
  if (picked === null) return null
  return (
    <section className="selection" aria-labelledby="selection-title">
      <header>
        <h2 className="details-name" id="selection-title">
          {t('title', { count: noun(count) })}
        </h2>
        <IconButton
          label={t('clear')}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={() => change({ pick: [] })}
        />
      </header>
      <Figures own={own} whole={whole} view={view} />
      {own.beside > 0 ? <p className="caption">{t('beside', { count: own.beside })}</p> : null}
      <p className="caption">{t('hint')}</p>
    </section>
  )
}

function Figures({ own, whole, view }: { own: SetNumbers; whole: SetNumbers; view: ExplorerView }) {
  const t = useTranslations('explorer.pick')
  const format = useFormat()
  const at = { on: view.on ?? undefined, definition: view.definition }
  const share = (value: number | null, part: number, of: number, reason: string): ReactNode =>
    value === null ? (
      <small>– {reason}</small>
    ) : (
      <>
        {format.percent(value)}{' '}
        <small>{t('ofTies', { part: format.integer(part), whole: format.integer(of) })}</small>
      </>
    )
  const density = ({ density: value }: SetNumbers): ReactNode =>
    value === null ? <small>– {t('undefinedDensity')}</small> : format.decimal(value, 3)
  const rows: readonly [string, FigureId, (numbers: SetNumbers) => ReactNode][] = [
    [t('n'), 'network-size', ({ n }) => format.integer(n)],
    [t('ties'), 'degree', ({ ties }) => format.integer(ties)],
    [t('density'), 'density', density],
    [t('cross'), 'ei', (one) => share(one.crossShare, one.cross, one.ties, t('undefinedCross'))],
    [t('reach'), 'pillar-reach', (one) => share(one.reach, one.reached, one.n, t('undefinedReach'))],
  ]
  return (
    <table className="data-table selection-figures">
      <thead>
        <tr>
          <th scope="col">{t('figure')}</th>
          <th scope="col" className="num">
            {t('picked')}
          </th>
          <th scope="col" className="num">
            {t('whole')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, metric, of]) => (
          <tr key={name}>
            <th scope="row">
              {name} <MethodButton metric={metric} of={name} view={at} />
            </th>
            <td className="num">{of(own)}</td>
            <td className="num">{of(whole)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('outward')}</th>
          <td className="num">{format.integer(own.outward)}</td>
          <td className="num">–</td>
        </tr>
      </tbody>
    </table>
  )
}

/** Says how many are picked when that changes; silent on arrival. */
function useSpokenCount(count: number): void {
  const t = useTranslations('explorer.pick')
  const announce = useAnnounce()
  const last = useRef(count)
  useEffect(() => {
    if (last.current === count) return
    last.current = count
    announce(t('announce', { count }))
  }, [count, announce, t])
}
