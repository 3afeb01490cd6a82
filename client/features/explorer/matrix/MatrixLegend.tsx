import { useTranslations } from 'use-intl'

const STEPS = ['s1', 's2', 's3', 's4', 's5'] as const

/** What the shades, frames and numbers of the cells mean. */
export function MatrixLegend({ near, tested }: { near: boolean; tested: boolean }) {
  const t = useTranslations('explorer.matrix.legend')
  const swatch = (look: string, text: string) => (
    <li key={look}>
      <span className={`matrix-swatch ${look}`} aria-hidden="true" /> {text}
    </li>
  )
  return (
    <section className="twin-legend">
      <h2 className="panel-title">{t('reading')}</h2>
      <p className="caption">{t('numbers')}</p>
      <ul>
        {STEPS.map((step, i) => swatch(`shade-${i + 1}`, t(`steps.${step}`)))}
        {tested ? swatch('shade-5 is-clear', t('clearMore')) : null}
        {tested ? swatch('shade-1 is-ghost is-clear is-fewer', t('clearFewer')) : null}
        {swatch('shade-1 is-ghost', t('ghost'))}
        {swatch('shade-0', t('thin'))}
      </ul>
      <p className="caption">
        {t('shrunk')} {near ? t('seriation') : null}
      </p>
    </section>
  )
}
