import { Link } from '@tanstack/react-router'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '#client/ui/button-class.ts'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { StepProps } from './ImportWizard.tsx'
import { KindChoice } from './KindChoice.tsx'
import { StepFoot } from './StepFoot.tsx'
import { useChosen } from './use-chosen.ts'
import { useReadAs } from './use-read-as.ts'
import { useRefusal } from './use-refusal.ts'

/** The file as it was read, which of its sheets, and what that is about. */
export function FileStep({ one, writes }: StepProps) {
  const t = useTranslations('imports')
  const format = useFormat()
  const readAs = useReadAs()
  const [sheet, setSheet] = useChosen(one.sheet, (next) =>
    writes.write({ type: 'mapping', mapping: { sheet: next } }),
  )
  if (one.refusal) return <Refused name={one.fileName} refusal={one.refusal} />
  const filled = one.sheets.filter(({ rows }) => rows > 0)
  return (
    <>
      <h1 className="page-title import-words">{one.fileName}</h1>
      <div className="mt-4 grid max-w-[46rem] gap-6">
        <dl className="facts section">
          <div className="contents">
            <dt>{t('file.by')}</dt>
            <dd>
              {t('file.byWhom', { date: format.dateTime(one.createdAt), name: one.authorName ?? one.author })}
            </dd>
          </div>
          <div className="contents">
            <dt>{t('file.size')}</dt>
            <dd>{t('file.kilobytes', { size: format.integer(Math.max(1, one.bytes / 1024)) })}</dd>
          </div>
          {one.state === 'reading' ? null : (
            <div className="contents">
              <dt>{t('file.read')}</dt>
              <dd>{readAs(one)}</dd>
            </div>
          )}
        </dl>
        {filled.length > 1 ? (
          <ChoiceGroup
            layout="list"
            name="lembar"
            legend={t('file.sheets')}
            value={String(sheet)}
            choices={filled.map((known) => ({
              value: String(known.index),
              label: t('file.sheetRows', { name: known.name, rows: known.rows }),
              detail: [
                known.kind ? t(`kind.${known.kind}`) : t('file.unknown'),
                ...(known.hidden ? [t('file.hidden')] : []),
              ].join(' · '),
            }))}
            onChange={(next) => setSheet(Number(next))}
          />
        ) : null}
        <KindChoice one={one} writes={writes} />
      </div>
      {one.state === 'draft' ? <StepFoot one={one} next="columns" ready={one.kind !== null} /> : null}
    </>
  )
}

interface RefusedProps {
  name: string
  refusal: Parameters<ReturnType<typeof useRefusal>>[0]
}

function Refused({ name, refusal }: RefusedProps) {
  const t = useTranslations('imports.refusal')
  const say = useRefusal()
  return (
    <div role="alert" className="grid max-w-[42rem] justify-items-start gap-3">
      <h1 className="page-title flex items-start gap-2 import-words">
        <CircleAlert size={20} strokeWidth={1.75} aria-hidden className="mt-1.5 flex-none text-danger" />
        {t('title', { name })}
      </h1>
      <p>{say(refusal)}</p>
      <Link to="/impor" className={buttonClass('filled')}>
        {t('again')}
      </Link>
    </div>
  )
}
