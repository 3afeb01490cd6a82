import { useTranslations } from 'use-intl'
import type { ImportWrites } from '#client/api/use-import-writes.ts'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { SHEET_KINDS } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'
import { useChosen } from './use-chosen.ts'

/** What the rows of the sheet are about. */
export function KindChoice({ one, writes }: { one: Import; writes: ImportWrites }) {
  const t = useTranslations('imports')
  const [kind, setKind] = useChosen(one.kind, (next) =>
    writes.write({ type: 'mapping', mapping: next ? { kind: next } : {} }),
  )
  if (one.state !== 'draft') return null
  return (
    <ChoiceGroup
      layout="list"
      name="isi"
      legend={t('file.kindAsk')}
      value={kind}
      choices={SHEET_KINDS.map((value) => ({
        value,
        label: t(`kind.${value}`),
        detail: t(`file.kindHint.${value}`),
      }))}
      onChange={setKind}
    />
  )
}
