import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, CircleDashed, Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ImportLine, ImportState } from '#shared/contract/imports.ts'
import { useRefusal } from './use-refusal.ts'

const SIGNS: Partial<Record<ImportState, typeof CircleCheck>> = {
  rejected: CircleAlert,
  committed: CircleCheck,
  undone: Undo2,
}

/** One import of the list: what it is, where it stands, and the way on. */
export function ImportLineRow({ line, onDiscard }: { line: ImportLine; onDiscard: () => void }) {
  const t = useTranslations('imports')
  const format = useFormat()
  const refusal = useRefusal()
  const Sign = SIGNS[line.state] ?? CircleDashed
  const left = [
    ...(line.problems > 0 ? [t('list.problems', { count: line.problems })] : []),
    ...(line.open > 0 ? [t('list.waiting', { count: line.open })] : []),
  ]
  const facts = [
    t(`state.${line.state}`),
    ...(line.state === 'draft' ? (left.length > 0 || line.kind === null ? left : [t('list.ready')]) : []),
    ...(line.revision === null ? [] : [t('list.revision', { revision: String(line.revision) })]),
  ]
  const origin = [
    ...(line.kind ? [t(`kind.${line.kind}`)] : []),
    ...(line.rows > 0 ? [t('list.rows', { count: line.rows })] : []),
    format.dateTime(line.createdAt),
    ...(line.authorName ? [t('list.by', { name: line.authorName })] : []),
  ]
  const way = line.state === 'draft' ? 'open' : line.state === 'rejected' ? 'why' : 'see'
  return (
    <div className="import-line">
      <Sign
        size={16}
        strokeWidth={1.75}
        aria-hidden
        className={`mt-0.5 flex-none ${line.state === 'rejected' ? 'text-danger' : 'text-ink-3'}`}
      />
      <div className="min-w-0 flex-1">
        <p className="font-semibold import-words">{line.fileName}</p>
        <p className="text-ink-2">{facts.join(' · ')}</p>
        {line.refusal ? <p className="text-danger">{refusal(line.refusal)}</p> : null}
        <p className="caption">{origin.join(' · ')}</p>
      </div>
      <div className="import-line-ways">
        <Link to="/impor/$id" params={{ id: line.id }} className={buttonClass()}>
          {t(`list.${way}`)}
          <span className="visually-hidden">{`: ${line.fileName}`}</span>
        </Link>
        {line.state === 'draft' || line.state === 'rejected' ? (
          <Button look="text" onClick={onDiscard}>
            {t('list.discard')}
            <span className="visually-hidden">{`: ${line.fileName}`}</span>
          </Button>
        ) : null}
      </div>
    </div>
  )
}
