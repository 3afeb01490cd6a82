import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { Field } from '#client/ui/Field.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { MeasurePicker } from './MeasurePicker.tsx'
import { useResearch } from './ResearchContext.ts'
import { DEFAULT_DRAWS } from './research-search.ts'
import type { Test } from './use-test.ts'

const DRAWS = [99, 999, 4999, 9999]

/** What to test and how; every choice is in the address, and another choice is another test. */
export function NullModelForm({ test, busy }: { test: Test; busy: boolean }) {
  const t = useTranslations('research.test')
  const names = useNames()
  const format = useFormat()
  const { search, change } = useResearch()
  const draws = search.draws ?? DEFAULT_DRAWS
  const amounts = DRAWS.includes(draws) ? DRAWS : [...DRAWS, draws].sort((a, b) => a - b)
  const choose = (changes: Parameters<typeof change>[0]) => change({ ...changes, run: undefined }, true)
  return (
    <form
      className="section null-model-form print:hidden"
      onSubmit={(event) => {
        event.preventDefault()
        change({ run: '1' })
      }}
    >
      <h2 className="section-title">{t('question')}</h2>
      <MeasurePicker
        label={t('measure')}
        offered={test.offered}
        value={test.measure}
        onChange={({ id }) => choose({ measure: id, model: undefined, sector: undefined })}
      />
      {test.sectors.length > 0 ? (
        <label className="filter">
          <span>{t('sector')}</span>
          <select
            className="input"
            value={test.sectorId}
            onChange={({ target }) => choose({ sector: target.value })}
          >
            {test.sectors.map((id) => (
              <option key={id} value={id}>
                {names.sector(id)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <ChoiceGroup
        legend={t('model')}
        name="model"
        layout="list"
        choices={test.measure.nullModels.map((value) => ({
          value,
          label: t(`models.${value}.name`),
          detail: t(`models.${value}.detail`),
        }))}
        value={test.model}
        onChange={(model) => choose({ model })}
      />
      <div className="null-model-numbers">
        <label className="filter">
          <span>{t('draws')}</span>
          <select
            className="input"
            value={String(draws)}
            onChange={({ target }) => {
              const chosen = Number(target.value)
              choose({ draws: chosen === DEFAULT_DRAWS ? undefined : chosen })
            }}
          >
            {amounts.map((amount) => (
              <option key={amount} value={String(amount)}>
                {format.integer(amount)}
              </option>
            ))}
          </select>
        </label>
        <SeedField onSeed={(seed) => choose({ seed })} />
      </div>
      <div>
        <Button look="filled" type="submit" aria-disabled={busy || undefined}>
          {t('run')}
        </Button>
      </div>
    </form>
  )
}

/** The same seed gives the same draws, here and on any other machine. */
function SeedField({ onSeed }: { onSeed: (seed: number | undefined) => void }) {
  const t = useTranslations('research.test')
  const { search, catalog } = useResearch()
  const seed = search.seed ?? catalog.seed
  const [text, setText] = useState(String(seed))
  useEffect(() => setText(String(seed)), [seed])
  const valid = /^\d{1,9}$/.test(text.trim())
  const settle = () => {
    if (!valid || Number(text) === seed) return
    onSeed(Number(text) === catalog.seed ? undefined : Number(text))
  }
  return (
    <Field label={t('seed')} error={valid ? null : t('seedIssue')}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          inputMode="numeric"
          value={text}
          onChange={({ target }) => setText(target.value)}
          onBlur={settle}
          onKeyDown={({ key }) => {
            if (key === 'Enter') settle()
          }}
        />
      )}
    </Field>
  )
}
