import { useTranslations } from 'use-intl'
import type { ImportWrites } from '#client/api/use-import-writes.ts'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { SHEET_KINDS } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'

/** What the rows of the sheet are about. */
export function KindChoice({ one, writes }: { one: Import; writes: ImportWrites }) {
  const t = useTranslations('imports')
  if (one.state !== 'draft') return null
  return (
    <ChoiceGroup
      layout="list"
      name="isi"
      legend={t('file.kindAsk')}
      value={one.kind}
      choices={SHEET_KINDS.map((kind) => ({
        value: kind,
        label: t(`kind.${kind}`),
        detail: t(`file.kindHint.${kind}`),
      }))}
      onChange={(kind) => void writes.write({ type: 'mapping', mapping: { kind } })}
    />
  )
}
