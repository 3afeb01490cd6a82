import { useTranslations } from 'use-intl'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ExplorerView } from '../view-state.ts'
import { useCaption } from './use-caption.ts'

/** Under the picture what its marks mean, once they mean something else than usual. */
export function PictureCaption({ model, view }: { model: ExplorerModel; view: ExplorerView }) {
  const t = useTranslations('explorerTools.look')
  const { appearance } = useCaption(model, view)
  if (!view.look) return null
  return (
    <p className="picture-caption">
      <b>{t('meaning')}:</b> {appearance.join(' ')}
    </p>
  )
}
