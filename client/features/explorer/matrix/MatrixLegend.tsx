import { useTranslations } from 'use-intl'

const STEPS = ['s1', 's2', 's3', 's4', 's5'] as const

/** What the shades, textures and frames of the cells mean. */
export function MatrixLegend({ near }: { near: boolean }) {
  const t = useTranslations('explorer.matrix.legend')
  return (
    <section className="twin-legend">
      <h3 className="panel-title">{t('title')}</h3>
      <ul>
        {STEPS.map((step, i) => (
          <li key={step}>
            <span className={`matrix-swatch shade-${i + 1}`} aria-hidden="true" /> {t(`steps.${step}`)}
          </li>
        ))}
        <li>
          <span className="matrix-swatch shade-0" aria-hidden="true" /> {t('thin')}
        </li>
        <li>
          <span className="matrix-swatch is-ghost" aria-hidden="true" /> {t('ghost')}
        </li>
        <li>{t('star')}</li>
      </ul>
      <p className="caption">
        {t('shrunk')} {near ? t('seriation') : null}
      </p>
    </section>
  )
}
