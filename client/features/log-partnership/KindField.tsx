import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import type { Kind } from '#shared/contract/reference.ts'

interface KindFieldProps {
  kind: Kind | undefined
  onChange: (kind: Kind) => void
  error: string | undefined
}

/** So many kinds stand open; the rarer ones come after "Lainnya…". */
const OPEN = 7

/** Bentuk kerja sama. Two-mode kinds are exposure and are logged elsewhere. */
export function KindField({ kind, onChange, error }: KindFieldProps) {
  const t = useTranslations('logPartnership.kind')
  const names = useNames()
  const [all, setAll] = useState(false)
  const kinds = names.kinds.filter(({ twoMode }) => !twoMode)
  const shown = all || kinds.findIndex(({ id }) => id === kind?.id) >= OPEN ? kinds : kinds.slice(0, OPEN)
  return (
    <ChoiceGroup
      legend={t('label')}
      name="kind"
      choices={shown.map(({ id }) => ({ value: id, label: names.kind(id) }))}
      value={kind?.id ?? null}
      onChange={(id) => {
        const chosen = names.findKind(id)
        if (chosen) onChange(chosen)
      }}
      error={error}
      more={
        shown.length < kinds.length ? (
          <button type="button" className="chip-button" onClick={() => setAll(true)}>
            {t('more')}
          </button>
        ) : null
      }
    />
  )
}
