import { useTranslations } from 'use-intl'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { Choice } from '../choice.ts'
import { type ChoiceFilterId, type RangeFilterId, rangeDigits } from '../filters.ts'
import type { RangeChoice } from '../range.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { useOptionName } from '../use-filter-options.ts'

const FEW = 3

/** What a filter keeps, in a few words. */
export function useFilterWords(model: ExplorerModel) {
  const t = useTranslations()
  const format = useFormat()
  const nameOf = useOptionName(model)
  return {
    /** By name while they are few, else by number. */
    choice(id: ChoiceFilterId, { mode, values }: Choice): string {
      const count = values.length
      if (count === 0 || count > FEW) return t(`explorer.filters.${mode}Count`, { count })
      return t(`explorer.filters.${mode}`, { names: format.list(values.map((value) => nameOf(id, value))) })
    },
    /** `2–5`, `2 or more`, `up to 5`, and whether those without a value are left out. */
    range(id: RangeFilterId, { from, to, withoutEmpty }: RangeChoice): string {
      const number = (value: number) => format.decimal(value, rangeDigits(id))
      const ends =
        from !== null && to !== null
          ? from === to
            ? number(from)
            : t('explorerTools.stack.between', { from: number(from), to: number(to) })
          : from !== null
            ? t('explorerTools.stack.from', { from: number(from) })
            : to !== null
              ? t('explorerTools.stack.upTo', { to: number(to) })
              : t('explorerTools.stack.everything')
      return withoutEmpty ? t('explorerTools.stack.andWithoutEmpty', { range: ends }) : ends
    },
  }
}
