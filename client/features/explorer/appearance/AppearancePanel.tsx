import { X } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { MethodButton } from '../../../network/MethodButton.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import type { FilterProps } from '../FilterPanel.tsx'
import {
  APPEARANCE_CHOICES,
  appearanceOf,
  isCategory,
  VARIABLES,
  type Variable,
  withAppearance,
} from './appearance.ts'
import { isMeasure, MEASURE_METRIC } from './measures.ts'
import { useCaption } from './use-caption.ts'
import { useTraitName } from './use-trait-name.ts'

/** What colour, size, ring, shape and label say, and what that makes the picture mean. */
export function AppearancePanel({ onClose, ...props }: FilterProps & { onClose: () => void }) {
  const t = useTranslations('explorerTools.look')
  const common = useTranslations('common.action')
  const { view, change, model } = props
  const caption = useCaption(model, view)
  return (
    <div className="tool-panel">
      <div className="tool-head">
        <h2 className="section-title">{t('title')}</h2>
        <IconButton
          label={common('close')}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={onClose}
          className="-mt-1.5 -mr-1.5"
        />
      </div>
      <div className="look-choices">
        {VARIABLES.map((variable) => (
          <VariableChoice key={variable} variable={variable} {...props} />
        ))}
      </div>
      <section aria-live="polite">
        <h3 className="panel-title">{t('meaning')}</h3>
        <p className="look-caption">{caption.appearance.join(' ')}</p>
      </section>
      {view.look ? (
        <Button look="text" className="-ml-2 justify-self-start" onClick={() => change({ look: undefined })}>
          {t('reset')}
        </Button>
      ) : null}
    </div>
  )
}

function VariableChoice({ variable, model, view, change }: FilterProps & { variable: Variable }) {
  const t = useTranslations('explorerTools.look')
  const nameOf = useTraitName()
  const id = useId()
  const appearance = appearanceOf(view.look)
  const chosen = appearance[variable]
  const choices: readonly string[] = APPEARANCE_CHOICES[variable]
  const taken = variable === 'shape' && model.dressed.takesShape
  const options = (some: readonly string[]) =>
    some.map((choice) => (
      <option key={choice} value={choice}>
        {nameOf(variable, choice)}
      </option>
    ))
  const categories = choices.filter(isCategory)
  const measures = choices.filter(isMeasure)
  return (
    <div className="look-choice">
      <label htmlFor={id}>{t(`variable.${variable}`)}</label>
      <select
        id={id}
        className="input"
        value={taken ? 'color' : chosen}
        disabled={taken}
        aria-describedby={taken ? `${id}-taken` : undefined}
        onChange={(event) =>
          change({ look: withAppearance(view.look, variable, event.target.value as never) })
        }
      >
        {options(choices.filter((choice) => !isCategory(choice) && !isMeasure(choice)))}
        {categories.length > 0 ? <optgroup label={t('byClass')}>{options(categories)}</optgroup> : null}
        {measures.length > 0 ? <optgroup label={t('byRank')}>{options(measures)}</optgroup> : null}
      </select>
      {isMeasure(chosen) ? (
        <MethodButton
          metric={MEASURE_METRIC[chosen]}
          of={nameOf(variable, chosen)}
          view={{ on: view.on ?? undefined, definition: view.definition }}
        />
      ) : null}
      {taken ? (
        <p id={`${id}-taken`} className="step-note">
          {t('shapeTaken')}
        </p>
      ) : null}
      {isMeasure(chosen) && model.measures.tooLarge.includes(chosen) ? (
        <p className="step-note">{t('tooLarge')}</p>
      ) : null}
    </div>
  )
}
