import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import type { ActorRow } from '#shared/contract/actors.ts'

interface SuggestedSectorProps {
  row: Pick<ActorRow, 'name'>
  suggestion: NonNullable<ActorRow['suggestion']>
  onAccept: () => void
}

/** The sector that a KBLI code proposes, said to be a proposal, and accepted in one tap. */
export function SuggestedSector({ row, suggestion, onAccept }: SuggestedSectorProps) {
  const t = useTranslations('register.suggestion')
  const names = useNames()
  const { sectorId, kbli, title } = suggestion
  return (
    <span className="suggestion" title={t('title', { code: kbli.code, title })}>
      <span className="caption">{t('from', { code: kbli.code, sector: names.sectorShort(sectorId) })}</span>
      <Button
        look="text"
        data-cell
        aria-label={t('acceptFor', { sector: names.sectorShort(sectorId), name: row.name })}
        onClick={onAccept}
      >
        {t('accept')}
      </Button>
    </span>
  )
}
