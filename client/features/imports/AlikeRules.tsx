import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ImportWrites } from '#client/api/use-import-writes.ts'
import { Button } from '#client/ui/Button.tsx'
import type { Import } from '#shared/contract/imports.ts'
import { DECISIONS, MATCHED_BY } from './decisions.ts'

/** The same decision for all rows that match in the same way. */
export function AlikeRules({ one, writes }: { one: Import; writes: ImportWrites }) {
  const t = useTranslations('imports.duplicates')
  const ways = one.matches
  const [by, setBy] = useState(ways.find(({ open }) => open !== 0)?.by ?? ways[0]?.by ?? 'name')
  const [as, setAs] = useState<(typeof DECISIONS)[number]>('same')
  const [openOnly, setOpenOnly] = useState(true)
  return (
    <form
      className="filter-row alike-rules"
      aria-label={t('rule')}
      onSubmit={(event) => {
        event.preventDefault()
        void writes.write({ type: 'decisions', decisions: { rows: { by, openOnly }, as } })
      }}
    >
      <label className="filter">
        <span>{t('ruleBy')}</span>
        <select
          className="input"
          value={by}
          onChange={(event) => setBy(MATCHED_BY.find((known) => known === event.target.value) ?? by)}
        >
          {ways.map((way) => {
            return (
              <option key={way.by} value={way.by}>
                {t('byCount', { by: t(`by.${way.by}`), count: openOnly ? way.open : way.rows })}
              </option>
            )
          })}
        </select>
      </label>
      <label className="filter">
        <span>{t('ruleAs')}</span>
        <select
          className="input"
          value={as}
          onChange={(event) => setAs(DECISIONS.find((known) => known === event.target.value) ?? as)}
        >
          {DECISIONS.map((known) => (
            <option key={known} value={known}>
              {known === 'same' ? t('asRule') : t(`as.${known}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="rule-open">
        <input
          type="checkbox"
          className="size-5 flex-none accent-grape"
          checked={openOnly}
          onChange={(event) => setOpenOnly(event.target.checked)}
        />
        {t('ruleOpenOnly')}
      </label>
      <Button type="submit">{t('ruleApply')}</Button>
    </form>
  )
}
