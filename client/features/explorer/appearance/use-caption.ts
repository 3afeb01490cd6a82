import { useTranslations } from 'use-intl'
import { useNames } from '../../../network/use-names.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { inForce, isChoiceFilter, stackOf } from '../filters.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { useFilterName } from '../use-filter-name.ts'
import { useNoun } from '../use-noun.ts'
import type { ExplorerView } from '../view-state.ts'
import { VARIABLES, type Variable } from './appearance.ts'
import type { Dressed, Ranking } from './dress-actors.ts'
import { isMeasure, MEASURE_DIGITS, type MeasureId } from './measures.ts'
import { useFilterWords } from './use-filter-words.ts'
import { inSentence, useTraitName } from './use-trait-name.ts'

/** The picture in words: what its marks say, what filters leave of it, and what it is a picture of. */
export interface Caption {
  appearance: readonly string[]
  filters: readonly string[]
  source: string
}

export function useCaption(model: ExplorerModel, view: ExplorerView): Caption {
  const t = useTranslations('explorerTools.caption')
  const common = useTranslations('explorer')
  const format = useFormat()
  const names = useNames()
  const noun = useNoun(model.network.definition)
  const sentence = useVariableSentence(model.dressed)
  const filterWords = useFilterWords(model)
  const filterName = useFilterName()
  const { network, filtered } = model
  const appearance = VARIABLES.map(sentence).filter((one) => one !== '')
  if (VARIABLES.some((variable) => isMeasure(model.dressed.appearance[variable])))
    appearance.push(t('wholeNetwork'))
  const filters = stackOf(view.filters)
    .filter((id) => inForce(view.filters, id))
    .map((id, at) => {
      const after = filtered.steps.get(id)!
      return t('filter', {
        step: String(at + 1),
        name: filterName(id),
        words: isChoiceFilter(id)
          ? filterWords.choice(id, view.filters[id]!)
          : filterWords.range(id, view.filters[id]!),
        actors: noun(after.actors),
        ties: common('ties', { count: after.ties }),
      })
    })
  const definition = names.reference?.definitions.find(({ id }) => id === network.definition)
  const source = t('source', {
    city: names.reference?.city.name ?? '',
    date: network.on === 'all' ? common('time.allDates') : format.date(network.on),
    definition: definition
      ? format.locale === 'en'
        ? definition.nameEn
        : definition.nameId
      : network.definition,
    revision: String(network.revision),
  })
  return { appearance, filters, source }
}

/** One sentence per visual variable; none where it says nothing of its own. */
function useVariableSentence(dressed: Dressed): (variable: Variable) => string {
  const t = useTranslations('explorerTools.caption')
  const trait = useTraitName()
  const format = useFormat()
  const { appearance } = dressed
  const span = ({ measure, classes }: Ranking) => {
    const number = (value: number) => format.decimal(value, MEASURE_DIGITS[measure])
    return classes.length === 0 ? '' : `${number(classes[0]!.from)}–${number(classes.at(-1)!.to)}`
  }
  const size = (measure: MeasureId, most: number) => {
    const words = {
      name: inSentence(trait('size', measure), format.locale),
      most: format.decimal(most, MEASURE_DIGITS[measure]),
    }
    return dressed.sizes && dressed.sizes.empty > 0 ? t('sizeRankedWithout', words) : t('sizeRanked', words)
  }
  return (variable) => {
    const name = inSentence(trait(variable, appearance[variable]), format.locale)
    switch (variable) {
      case 'color':
        if (appearance.color === 'fixed') return t('colorFixed')
        if (dressed.colors) {
          const words = { name, span: span(dressed.colors) }
          return dressed.colors.empty > 0 ? t('colorRankedWithout', words) : t('colorRanked', words)
        }
        return dressed.takesShape ? t('colorCoded', { name }) : t('colorClasses', { name })
      case 'size':
        if (appearance.size === 'fixed') return t('sizeFixed')
        if (appearance.size === 'partners') return t('sizePartners')
        return size(appearance.size, dressed.sizes?.most ?? 0)
      case 'ring':
        if (appearance.ring === 'partner') return t('ringPartner')
        if (appearance.ring === 'none') return t('ringNone')
        return dressed.rings && 'rings' in dressed.rings
          ? t('ringClasses', { name })
          : t('ringRanked', { name })
      case 'shape':
        if (dressed.takesShape) return t('shapeTaken')
        if (appearance.shape === 'color') return appearance.color === 'sector' ? t('shapeSector') : ''
        return appearance.shape === 'fixed' ? t('shapeFixed') : t('shapeClasses', { name })
      case 'label':
        if (appearance.label === 'name') return ''
        if (appearance.label === 'none') return t('labelNone')
        return t('label', { name })
    }
  }
}
