import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { downloadUrl } from '#client/api/research.ts'
import { buttonClass } from '#client/ui/button-class.ts'
import type { Figures } from '#shared/contract/research.ts'

interface DownloadLinksProps {
  asked: Omit<Parameters<typeof downloadUrl>[0], 'format' | 'columns'>
  figures: Figures
}

/** What the page shows as a file: same rows, order and columns, every digit, with revision and definition. */
export function DownloadLinks({ asked, figures }: DownloadLinksProps) {
  const { columns, revision, table } = figures
  // Those that have not been computed are not on the page either.
  const shown = columns.filter(({ measure }) => measure !== null)
  const wanted = { ...asked, columns: shown.map(({ key }) => key).join(',') }
  const file = `jejaring-${table}-r${revision}`
  return (
    <FileLinks
      links={[
        { format: 'csv', href: downloadUrl({ ...wanted, format: 'csv' }), file: `${file}.csv` },
        { format: 'json', href: downloadUrl({ ...wanted, format: 'json' }), file: `${file}.json` },
      ]}
    />
  )
}

interface FileLink {
  format: 'csv' | 'json'
  href: string
  file: string
}

export function FileLinks({ links }: { links: readonly FileLink[] }) {
  return (
    <div className="flex flex-none flex-wrap gap-2 print:hidden">
      {links.map(({ format, href, file }) => (
        <a key={format} className={buttonClass()} href={href} download={file}>
          <Download size={16} strokeWidth={1.75} aria-hidden />
          <DownloadWords format={format} />
        </a>
      ))}
    </div>
  )
}

/** "Unduh CSV"; beside a sign on the phone the format is enough for the eye. */
export function DownloadWords({ format }: { format: FileLink['format'] }) {
  const t = useTranslations('research.download')
  return (
    <span>
      <span className="max-md:sr-only">{t('verb')} </span>
      {format.toUpperCase()}
    </span>
  )
}
