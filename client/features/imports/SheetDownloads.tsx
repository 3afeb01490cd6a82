import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { exportUrl, templateUrl } from '#client/api/imports.ts'
import { useMay } from '#client/api/session.ts'
import { SHEET_KINDS } from '#shared/contract/import-fields.ts'

const FORMATS = { xlsx: 'excel', csv: 'csv' } as const

/** Empty files to fill in, and the registers as they are. */
export function SheetDownloads() {
  const t = useTranslations('imports')
  const locale = useLocale()
  const mayExport = useMay('registers.export')
  return (
    <div className="sheet-downloads">
      <section className="section">
        <h2 className="section-title">{t('downloads.templates')}</h2>
        <p className="caption">{t('downloads.templatesHint')}</p>
        <ul className="mt-1.5">
          {SHEET_KINDS.map((kind) => (
            <li key={kind}>
              <a className="download-line" href={templateUrl(kind, locale)} download>
                <Download size={16} strokeWidth={1.75} aria-hidden />
                <span className="visually-hidden">
                  {t('downloads.template', { kind: t(`kind.${kind}`) })}
                </span>
                <span aria-hidden="true">{t(`kind.${kind}`)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      {mayExport ? (
        <section className="section">
          <h2 className="section-title">{t('downloads.exports')}</h2>
          <p className="caption">{t('downloads.exportsHint')}</p>
          <ul className="mt-1.5">
            {SHEET_KINDS.map((kind) => (
              <li key={kind} className="flex items-center gap-4">
                <span className="flex-1">{t(`kind.${kind}`)}</span>
                {(['xlsx', 'csv'] as const).map((format) => (
                  <a
                    key={format}
                    className="download-line underline"
                    href={exportUrl(kind, format, locale)}
                    download
                    aria-label={t('downloads.exportAs', {
                      kind: t(`kind.${kind}`),
                      format: t(`downloads.${FORMATS[format]}`),
                    })}
                  >
                    {t(`downloads.${FORMATS[format]}`)}
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
