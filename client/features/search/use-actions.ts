import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { referenceQuery } from '#client/api/reference.ts'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { setPreferences } from '#client/ui/preferences.ts'

export const ACTION_IDS = [
  'log',
  'import',
  'compare',
  'quarters',
  'target',
  'copy',
  'print',
  'theme',
  'language',
] as const
export type ActionId = (typeof ACTION_IDS)[number]

/** The last day of the quarter before the one of a date. */
function quarterBefore(on: string): string {
  const quarter = Math.floor((Number(on.slice(5, 7)) - 1) / 3)
  return new Date(Date.UTC(Number(on.slice(0, 4)), quarter * 3, 0)).toISOString().slice(0, 10)
}

const isDark = () => {
  const { theme } = document.documentElement.dataset
  return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
}

/** What can be done from anywhere. */
export function useActions(): (id: ActionId) => void {
  const navigate = useNavigate()
  const announce = useAnnounce()
  const t = useTranslations('search')
  const locale = useLocale()
  const city = useQuery(referenceQuery()).data?.city
  const isExplored = useLocation({ select: ({ pathname }) => pathname === '/jejaring' })
  const explore = (search: (on: string | undefined) => Record<string, string | undefined>) =>
    void navigate({
      to: '/jejaring',
      // Elsewhere `q` and `sector` belong to another list; the date and the definition are of every page.
      search: (before: { on?: string; definition?: string }) =>
        ({
          ...(isExplored ? before : { on: before.on, definition: before.definition }),
          ...search(before.on),
        }) as never,
    })
  const copyAddress = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      announce(t('copied'))
    } catch {
      announce(t('copyFailed'))
    }
  }
  return (id) => {
    switch (id) {
      case 'log':
        return void navigate({ to: '/kerja-sama/baru' })
      case 'import':
        return void navigate({ to: '/impor' })
      case 'target':
        return void navigate({ to: '/pengaturan' })
      case 'compare': {
        if (!city) return
        return explore((asked) => {
          const on = asked ?? city.defaultOn
          const day = on === 'all' ? city.lastOn : on
          return {
            compare: quarterBefore(day),
            quarters: undefined,
            tab: undefined,
            ...(on === 'all' ? { on: day } : {}),
          }
        })
      }
      case 'quarters':
        return explore(() => ({ quarters: '9', compare: undefined, tab: 'graph' }))
      case 'copy':
        return void copyAddress()
      case 'print':
        // once the palette is out of the way
        return void requestAnimationFrame(() => window.print())
      case 'theme':
        return setPreferences({ theme: isDark() ? 'light' : 'dark' })
      case 'language':
        return setPreferences({ locale: locale === 'id' ? 'en' : 'id' })
    }
  }
}
