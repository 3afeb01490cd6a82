import { useTranslations } from 'use-intl'
import { LineSample } from '../../../network/LineSample.tsx'
import { SectorGlyph } from '../../../network/SectorGlyph.tsx'

/** What marks and lines say in the pictures side by side. */
export function QuartersKey() {
  const t = useTranslations('explorer.multiples')
  const details = useTranslations('explorer.details')
  return (
    <section className="how-to-read" aria-labelledby="quarters-key">
      <h2 className="panel-title" id="quarters-key">
        {details('reading')}
      </h2>
      <ul className="how-to-read-marks">
        <li>
          <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
            <SectorGlyph x={9} y={8} r={4.5} group="plain" shape="circle" />
            <SectorGlyph x={25} y={8} r={4.5} group="plain" shape="square" />
          </svg>
          {t('key.linked')}
        </li>
        <li>
          <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
            <circle cx="17" cy="8" r="4.5" className="quarters-alone" />
          </svg>
          {t('key.unlinked')}
        </li>
        <li>
          <LineSample line="kept" />
          {t('key.kept')}
        </li>
        <li>
          <LineSample line="new" />
          {t('key.added')}
        </li>
      </ul>
    </section>
  )
}
