import { type ReactNode, useEffect, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { FormatProvider } from '#client/ui/FormatProvider.tsx'
import { usePreferences } from '#client/ui/preferences.ts'
import { DEFAULT_LOCALE, LOCALES, type Locale } from '#shared/i18n/locales.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'

const LOAD: Readonly<Record<Locale, () => Promise<{ messages: unknown }>>> = {
  id: () => import('#shared/i18n/messages-id.ts'),
  en: () => import('#shared/i18n/messages-en.ts'),
}

export const toLocale = (text: string | null): Locale =>
  LOCALES.find((locale) => locale === text) ?? DEFAULT_LOCALE

/** The words of one language are one chunk, asked for together with the first data. */
export function loadMessages(locale: Locale): Promise<Messages> {
  return LOAD[locale]().then(({ messages }) => messages as Messages)
}

interface Loaded {
  locale: Locale
  messages: Messages
}

/** Keeps the language before until the chosen one is here, so that the page never empties. */
export function LanguageProvider({ first, children }: { first: Loaded; children: ReactNode }) {
  const wanted = toLocale(usePreferences().locale)
  const [loaded, setLoaded] = useState(first)

  useEffect(() => {
    if (wanted === loaded.locale) return
    let current = true
    void loadMessages(wanted).then((messages) => current && setLoaded({ locale: wanted, messages }))
    return () => {
      current = false
    }
  }, [wanted, loaded.locale])

  useEffect(() => {
    document.documentElement.lang = loaded.locale
  }, [loaded.locale])

  return (
    <IntlProvider locale={loaded.locale} messages={loaded.messages} timeZone="Asia/Jakarta">
      <FormatProvider locale={loaded.locale}>{children}</FormatProvider>
    </IntlProvider>
  )
}
