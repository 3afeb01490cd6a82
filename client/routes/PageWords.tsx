import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import { getPreferences } from '#client/ui/preferences.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { PageMessages } from '#shared/i18n/messages-id.ts'
import { toLocale } from './LanguageProvider.tsx'
import { PageUnfetched } from './lazy-page.ts'

type LoadWords<Name extends keyof PageMessages> = Readonly<Record<Locale, () => Promise<Words<Name>>>>
type Words<Name extends keyof PageMessages> = { readonly [K in Name]: unknown }

/**
 * The words that one page alone needs, fetched with its code; `Provider` puts them beside those of every page. The
 * language before stays until the chosen one is here.
 */
export function pageWords<Name extends keyof PageMessages>(name: Name, load: LoadWords<Name>) {
  const first = toLocale(getPreferences().locale)
  const loading = load[first]()

  return function Provider({ children, waiting }: { children: ReactNode; waiting: ReactNode }) {
    const locale = useLocale()
    const common = useMessages()
    const [words, setWords] = useState<Words<Name> | null>(null)
    const [failed, setFailed] = useState<{ cause: unknown } | null>(null)

    useEffect(() => {
      let current = true
      void (locale === first ? loading : load[locale]()).then(
        (loaded) => current && setWords(loaded),
        (cause: unknown) => current && setFailed({ cause }),
      )
      return () => {
        current = false
      }
    }, [locale])

    const messages = useMemo(() => ({ ...common, [name]: words?.[name] }), [common, words])
    if (failed) throw new PageUnfetched(failed.cause)
    if (!words) return waiting
    return (
      <IntlProvider locale={locale} messages={messages as typeof common}>
        {children}
      </IntlProvider>
    )
  }
}
