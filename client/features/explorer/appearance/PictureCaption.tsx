import { useTranslations } from 'use-intl'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ExplorerView } from '../view-state.ts'
import { useCaption } from './use-caption.ts'

/** Under the picture what its marks mean, once they mean something else than usual, and what filters leave of it. */
export function PictureCaption({ model, view }: { model: ExplorerModel; view: ExplorerView }) {
  const t = useTranslations('explorerTools')
  const explorer = useTranslations('explorer.filters')
  const { appearance, filters } = useCaption(model, view)
  if (!view.look && filters.length === 0) return null
  return (
    <div className="picture-caption">
      {view.look ? (
        <p>
          <b>{t('look.meaning')}:</b> {appearance.join(' ')}
        </p>
      ) : null}
      {filters.length > 0 ? (
        <p>
          <b>{explorer('title')}:</b> {filters.join(' ')}
        </p>
      ) : null}
    </div>
  )
}
