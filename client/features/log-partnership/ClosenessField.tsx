import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'

const LEVELS = ['1', '2', '3', '4', '5'] as const
type Level = (typeof LEVELS)[number]

/** Seberapa erat? Levels of collaboration 1–5; says in words what the chosen one means and what counts. */
export function ClosenessField({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const t = useTranslations('logPartnership.closeness')
  const words = useTranslations('common.intensity')
  const { reference } = useNames()
  const from = reference?.definitions.find(({ id }) => id === 'official')?.rule.minIntensity ?? 2
  const level = LEVELS.find((known) => known === String(value)) ?? '2'
  return (
    <ChoiceGroup<Level>
      legend={t('label')}
      name="intensity"
      layout="segments"
      choices={LEVELS.map((known) => ({
        value: known,
        label: (
          <>
            {known}
            <span className="visually-hidden"> {words(known)}</span>
          </>
        ),
      }))}
      value={level}
      onChange={(chosen) => onChange(Number(chosen))}
      hint={t('hint', { level, word: words(level), from: String(from) })}
    />
  )
}
