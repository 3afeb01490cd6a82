import { type ComponentProps, lazy } from 'react'
import { useTranslations } from 'use-intl'
import { LazyPart } from '#client/ui/LazyPart.tsx'

const MoreMenu = lazy(() => import('./MoreMenu.tsx').then(({ MoreMenu }) => ({ default: MoreMenu })))

/** The menu is fetched when it is opened. */
export function LazyMoreMenu(props: ComponentProps<typeof MoreMenu>) {
  const t = useTranslations('common.state')
  return (
    <LazyPart failed={<p className="caption p-2.5">{t('partFailed')}</p>}>
      <MoreMenu {...props} />
    </LazyPart>
  )
}
