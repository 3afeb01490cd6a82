import { useTranslations } from 'use-intl'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ExplorerView } from '../view-state.ts'
import { useCaption } from './use-caption.ts'

/**
 * Under the picture what its marks mean, once they mean something else than usual, and what filters leave of it. Its room is there
 * before, so that no filter makes the picture smaller.
 */
export function PictureCaption({ model, view }: { model: ExplorerModel; view: ExplorerView }) {
  const t = useTranslations('explorerTools')
  const explorer = useTranslations('explorer.filters')
  const { appearance, filters } = useCaption(model, view)
  return (
    <div className="picture-caption">
      {view.look ? (
        <p title={appearance.join(' ')}>
          <b>{t('look.meaning')}:</b> {appearance.join(' ')}
        </p>
      ) : null}
      {filters.length > 0 ? (
        <p title={filters.join(' ')}>
          <b>{explorer('title')}:</b> {filters.join(' ')}
        </p>
      ) : null}
    </div>
  )
}
