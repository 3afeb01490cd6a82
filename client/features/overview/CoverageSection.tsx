import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import { coverageWaffle, type Square } from './coverage-waffle.ts'
import { useOverviewModel } from './OverviewContext.ts'
import { SectionHead } from './SectionHead.tsx'

const SIZE = 10
const STEP = 12
/** Squares that fit the section. */
const LIMIT = 162

/** Who has been asked, who has to be asked again, who never was: the unknown is shown, never counted as isolated. */
export function CoverageSection() {
  const t = useTranslations('overview.coverage')
  const { overview, reference, noun } = useOverviewModel()
  const { coverage } = overview
  const definition = reference.definitions.find(({ id }) => id === overview.definition)
  const everybody = definition?.rule.surveyedOnly === false
  const surveyed = coverage.verified + coverage.recheck
  const title = everybody
    ? t('titleAll', { n: overview.n, noun })
    : coverage.registered === 0
      ? t('titleNone')
      : t('title', { surveyed, registered: coverage.registered, noun })
  return (
    <section className="section">
      <SectionHead
        title={title}
        metric="coverage"
        counts={everybody ? title : t('made', { surveyed, ...coverage })}
      />
      <div className="coverage">
        {everybody ? null : <Waffle />}
        <Counts withCensus={!everybody} />
      </div>
      <Outside />
      {reference.city.source ? <p className="caption mt-2">{reference.city.source}</p> : null}
    </section>
  )
}

function Waffle() {
  const t = useTranslations('overview.coverage')
  const phone = usePhone()
  const { overview, noun } = useOverviewModel()
  const { coverage } = overview
  const { squares, per } = coverageWaffle(coverage, LIMIT)
  const columns = phone ? 12 : 18
  const rows = Math.ceil(squares.length / columns)
  if (squares.length === 0) return null
  return (
    <figure>
      <svg
        viewBox={`0 0 ${columns * STEP - 2} ${rows * STEP - 2}`}
        className="waffle block h-auto w-full"
        role="img"
        aria-label={t('describe', coverage)}
      >
        {squares.map((kind, i) => (
          <rect
            // The position is the identity of a square.
            // biome-ignore lint/suspicious/noArrayIndexKey: squares have nothing else to tell them apart
            key={i}
            x={(i % columns) * STEP}
            y={Math.floor(i / columns) * STEP}
            width={SIZE}
            height={SIZE}
            className={`cover-${kind}`}
          />
        ))}
      </svg>
      {per > 1 ? <figcaption className="caption mt-1">{t('square', { count: per, noun })}</figcaption> : null}
    </figure>
  )
}

function Counts({ withCensus }: { withCensus: boolean }) {
  const t = useTranslations('overview.coverage')
  const format = useFormat()
  const { overview } = useOverviewModel()
  const { coverage } = overview
  const census: readonly [Square, number][] = [
    ['verified', coverage.verified],
    ['recheck', coverage.recheck],
    ['unasked', coverage.unasked],
  ]
  const others = [
    [t('unlinked'), overview.unlinked],
    [t('expired'), coverage.expiredTies],
  ] as const
  return (
    <dl className="coverage-counts">
      {withCensus
        ? census.map(([kind, count]) => (
            <Fragment key={kind}>
              <dt>
                <svg width="10" height="10" viewBox="0 0 10 10" className="flex-none" aria-hidden="true">
                  <rect x="0.5" y="0.5" width="9" height="9" className={`cover-${kind}`} />
                </svg>
                {t(kind)}
              </dt>
              <dd>{format.integer(count)}</dd>
            </Fragment>
          ))
        : null}
      {others
        .filter(([, count]) => count > 0)
        .map(([words, count]) => (
          <Fragment key={words}>
            <dt className="coverage-other">{words}</dt>
            <dd>{format.integer(count)}</dd>
          </Fragment>
        ))}
    </dl>
  )
}

/** Who is registered but cannot be counted in a sector or in the city. */
function Outside() {
  const t = useTranslations('overview.coverage')
  const format = useFormat()
  const { coverage } = useOverviewModel().overview
  const parts = [
    coverage.unclassified > 0 ? `${format.integer(coverage.unclassified)} ${t('unclassified')}` : '',
    coverage.outsideCity > 0 ? `${format.integer(coverage.outsideCity)} ${t('outside')}` : '',
  ].filter(Boolean)
  return parts.length > 0 ? <p className="caption mt-1.5">{parts.join(' · ')}</p> : null
}
