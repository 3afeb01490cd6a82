import { useTranslations } from 'use-intl'
import { SectorGlyph } from '../../network/SectorGlyph.tsx'

interface HowToReadProps {
  /** Colour says which sector. */
  colored: boolean
  /** Size says how many partners. */
  sized: boolean
  /** The ring says who has none. */
  ringed: boolean
}

/** While nobody is chosen: what the marks say as far as that is as usual, and how to move about. */
export function HowToRead({ colored, sized, ringed }: HowToReadProps) {
  const t = useTranslations('explorer.details')
  return (
    <section className="how-to-read" aria-labelledby="how-to-read">
      <h2 className="panel-title" id="how-to-read">
        {t('reading')}
      </h2>
      <ul className="how-to-read-marks">
        {sized ? (
          <li>
            <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">
              <SectorGlyph x={8} y={10} r={4.5} group={null} shape="circle" />
              <SectorGlyph x={24} y={10} r={8} group={null} shape="circle" />
            </svg>
            {t('size')}
          </li>
        ) : null}
        {ringed ? (
          <li>
            <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">
              <SectorGlyph x={16} y={10} r={4.8} group={null} shape="circle" />
              <circle cx="16" cy="10" r="8" className="tray-ring" />
            </svg>
            {t('ring')}
          </li>
        ) : null}
        <li>
          <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">
            <SectorGlyph x={16} y={10} r={5.5} group={null} shape="circle" unknown />
          </svg>
          {t('dots')}
        </li>
        {colored ? (
          <li>
            <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">
              <SectorGlyph x={16} y={10} r={5.5} group={null} shape="circle" />
            </svg>
            {t('hollow')}
          </li>
        ) : null}
      </ul>
      <p className="caption">{t('nothing')}</p>
      <p className="caption">{t('keys')}</p>
    </section>
  )
}
