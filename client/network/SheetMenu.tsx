import { Link } from '@tanstack/react-router'
import { ChevronDown, FileSpreadsheet } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { exportUrl } from '#client/api/imports.ts'
import { useMay } from '#client/api/session.ts'
import { buttonClass } from '#client/ui/button-class.ts'
import { Popover } from '#client/ui/Popover.tsx'
import type { SheetKind } from '#shared/contract/import-fields.ts'

/** The ways of a register out into a spreadsheet and in from one. */
export function SheetMenu({ kind }: { kind: SheetKind }) {
  const t = useTranslations('register.sheet')
  const locale = useLocale()
  const mayImport = useMay('imports.write')
  const mayExport = useMay('registers.export')
  if (!mayImport && !mayExport) return null
  return (
    <Popover
      menu
      align="end"
      label={t('menu')}
      trigger={(props) => (
        <button type="button" className={buttonClass()} {...props}>
          <FileSpreadsheet size={16} strokeWidth={1.75} aria-hidden />
          {t('menu')}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    >
      {(close) => (
        <ul>
          {mayImport ? (
            <li>
              <Link to="/impor" className="menu-item" onClick={close}>
                {t('import')}
              </Link>
            </li>
          ) : null}
          {mayExport ? (
            <>
              <li>
                <a className="menu-item" href={exportUrl(kind, 'xlsx', locale)} download onClick={close}>
                  {t('excel')}
                </a>
              </li>
              <li>
                <a className="menu-item" href={exportUrl(kind, 'csv', locale)} download onClick={close}>
                  {t('csv')}
                </a>
              </li>
            </>
          ) : null}
        </ul>
      )}
    </Popover>
  )
}
