import { useLocale, useTranslations } from 'use-intl'
import { setPreferences } from '#client/ui/preferences.ts'
import { LOCALES } from '#shared/i18n/locales.ts'

const NAME = { id: 'Bahasa Indonesia', en: 'English' }

export function LanguageSwitch() {
  const t = useTranslations('common.nav')
  const current = useLocale()
  return (
    <fieldset className="flex items-center">
      <legend className="visually-hidden">{t('language')}</legend>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-label={`${locale}, ${NAME[locale]}`}
          aria-pressed={locale === current}
          onClick={() => setPreferences({ locale })}
          className={`min-h-11 min-w-8 uppercase md:min-h-8 ${locale === current ? 'font-semibold text-ink' : 'text-ink-3 hover:text-ink'}`}
        >
          {locale}
        </button>
      ))}
    </fieldset>
  )
}
