import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { downloadUrl } from '#client/api/research.ts'
import { buttonClass } from '#client/ui/button-class.ts'

interface DownloadLinksProps {
  asked: Omit<Parameters<typeof downloadUrl>[0], 'format'>
  /** Name of the file without its ending. */
  file: string
}

/** What the page shows as a file: same rows, order and columns, every digit, with revision and definition. */
export function DownloadLinks({ asked, file }: DownloadLinksProps) {
  return (
    <FileLinks
      links={[
        { format: 'csv', href: downloadUrl({ ...asked, format: 'csv' }), file: `${file}.csv` },
        { format: 'json', href: downloadUrl({ ...asked, format: 'json' }), file: `${file}.json` },
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
