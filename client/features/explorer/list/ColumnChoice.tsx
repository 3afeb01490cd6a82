import { Columns3 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '../../../ui/button-class.ts'
import { Popover } from '../../../ui/Popover.tsx'
import type { ListColumn } from './list-view.ts'

interface ColumnChoiceProps {
  there: readonly ListColumn[]
  chosen: readonly ListColumn[]
  onChoose: (columns: readonly ListColumn[]) => void
}

/** Which columns the table has. */
export function ColumnChoice({ there, chosen, onChoose }: ColumnChoiceProps) {
  const t = useTranslations('explorer.list')
  return (
    <Popover
      label={t('columns')}
      menu
      trigger={(trigger) => (
        <button type="button" className={buttonClass()} {...trigger}>
          <Columns3 size={16} strokeWidth={1.75} aria-hidden />
          {t('columns')}
        </button>
      )}
    >
      {() =>
        there.map((column) => (
          <label key={column} className="column-choice">
            <input
              type="checkbox"
              className="check"
              checked={chosen.includes(column)}
              onChange={({ target }) =>
                onChoose(target.checked ? [...chosen, column] : chosen.filter((one) => one !== column))
              }
            />
            {t(column)}
          </label>
        ))
      }
    </Popover>
  )
}
