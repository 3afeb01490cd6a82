import { useTranslations } from 'use-intl'
import { useFormat } from '../../ui/FormatProvider.tsx'
import type { Bin, RangeChoice } from './range.ts'

interface HistogramProps {
  name: string
  bins: readonly Bin[]
  counts: readonly number[]
  digits: number
  range: RangeChoice
  onChange: (ends: { from: number | null; to: number | null }) => void
  /** Ends that have a word of their own. */
  words: 'closeness' | null
}

const HEIGHT = 24
const LEAST = 1.5

/** Bars of equal width with two handles beneath, which go from bar to bar. An end at the outermost bar is open. */
export function Histogram({ name, bins, counts, digits, range, onChange, words }: HistogramProps) {
  const t = useTranslations('explorer.filters')
  const tools = useTranslations('explorerTools.stack')
  const format = useFormat()
  const last = bins.length - 1
  const most = Math.max(1, ...counts)
  const placeOf = (value: number | null, open: number, side: 'from' | 'to') => {
    if (value === null) return open
    const at =
      side === 'from'
        ? bins.findIndex((bin) => bin.to >= value)
        : bins.findLastIndex((bin) => bin.from <= value)
    return at < 0 ? (side === 'from' ? last : 0) : at
  }
  const from = placeOf(range.from, 0, 'from')
  const to = placeOf(range.to, last, 'to')
  const keep = (low: number, high: number) =>
    onChange({ from: low === 0 ? null : bins[low]!.from, to: high === last ? null : bins[high]!.to })
  const number = (value: number) => format.decimal(value, digits)
  const said = (bin: Bin) =>
    bin.from === bin.to ? number(bin.from) : `${number(bin.from)}–${number(bin.to)}`
  const width = 200 / bins.length
  return (
    <div className="bars">
      <svg viewBox={`0 0 200 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {counts.map((count, at) => {
          const height = count === 0 ? 0 : Math.max(LEAST, (count / most) * HEIGHT)
          return (
            <rect
              key={bins[at]!.from}
              x={at * width}
              y={HEIGHT - height}
              width={Math.max(1, width - 2)}
              height={height}
              className={at >= from && at <= to ? 'bar-kept' : 'bar-left'}
            />
          )
        })}
      </svg>
      <div className="bars-range">
        {(['from', 'to'] as const).map((end) => {
          const at = end === 'from' ? from : to
          return (
            <input
              key={end}
              type="range"
              min={0}
              max={last}
              step={1}
              value={at}
              aria-label={`${name}, ${words ? t(end) : tools(end === 'from' ? 'least' : 'most')}`}
              aria-valuetext={`${said(bins[at]!)} (${format.integer(counts[at]!)})`}
              onChange={(event) => {
                const value = Number(event.target.value)
                if (end === 'from') keep(Math.min(value, to), to)
                else keep(from, Math.max(value, from))
              }}
            />
          )
        })}
      </div>
      <div className="bars-words">
        <span>{words ? t('loosest') : number(bins[0]!.from)}</span>
        <span>{words ? t('closest') : number(bins[last]!.to)}</span>
      </div>
    </div>
  )
}
