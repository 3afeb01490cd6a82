import { useLocale, useTranslations } from 'use-intl'
import { useDefinitionWords } from '#client/network/use-definition-words.ts'
import { useNames } from '#client/network/use-names.ts'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { setPreferences, usePreferences } from '#client/ui/preferences.ts'
import { useTitle } from '#client/ui/use-title.ts'
import { LOCALES } from '#shared/i18n/locales.ts'
import { CodeListSection } from './CodeListSection.tsx'
import { TargetSection } from './TargetSection.tsx'

const THEMES = ['system', 'light', 'dark'] as const

/** The target, what counts, the city of the database, and how this device shows the pages. */
export function SettingsSections() {
  const t = useTranslations('settings')
  const common = useTranslations('common')
  const { reference } = useNames()
  useTitle(common('nav.settings'))
  return (
    <>
      <h1 className="page-title py-5">{t('title')}</h1>
      <div className="grid gap-x-10 gap-y-8 pb-12 lg:grid-cols-2">
        <div className="grid content-start gap-8">
          {reference ? (
            <TargetSection
              key={`${reference.target?.value}-${reference.target?.by}`}
              target={reference.target}
              today={reference.city.today}
            />
          ) : (
            <section className="section" aria-busy="true">
              <h2 className="section-title">{t('target.title')}</h2>
              <p className="caption mt-1">{common('state.loading')}</p>
            </section>
          )}
          <LookSection />
        </div>
        <div className="grid content-start gap-8">
          <DefinitionSection />
          <CitySection />
        </div>
        <CodeListSection />
      </div>
    </>
  )
}

function DefinitionSection() {
  const t = useTranslations('settings.definition')
  const words = useDefinitionWords('official')
  if (!words) return null
  return (
    <section className="section">
      <h2 className="section-title">{t('title')}</h2>
      <ul className="mt-1 list-disc pl-5">
        {words.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{t('partition', { partition: words.partition })}</li>
      </ul>
      <p className="caption mt-2">
        {words.name} · {t('version', { version: String(words.version) })}
      </p>
    </section>
  )
}

function CitySection() {
  const t = useTranslations('settings.city')
  const format = useFormat()
  const city = useNames().reference?.city
  if (!city) return null
  return (
    <section className="section">
      <h2 className="section-title">{t('title')}</h2>
      <dl className="facts mt-1">
        <dt>{t('name')}</dt>
        <dd>{city.name}</dd>
        {city.regionCode ? (
          <>
            <dt>{t('region')}</dt>
            <dd>{city.regionCode}</dd>
          </>
        ) : null}
        <dt>{city.referenceDate ? t('reference') : t('today')}</dt>
        <dd>{format.date(city.today)}</dd>
        {city.source ? (
          <>
            <dt>{t('source')}</dt>
            <dd>{city.source}</dd>
          </>
        ) : null}
      </dl>
      {city.demonstration ? <p className="caption mt-2">{t('demo')}</p> : null}
    </section>
  )
}

function LookSection() {
  const t = useTranslations('settings.look')
  const { theme } = usePreferences()
  const locale = useLocale()
  return (
    <section className="section">
      <h2 className="section-title">{t('title')}</h2>
      <p className="caption mt-1">{t('device')}</p>
      <div className="mt-3 grid gap-5">
        <ChoiceGroup
          legend={t('language')}
          name="bahasa"
          choices={LOCALES.map((value) => ({ value, label: <span lang={value}>{t(value)}</span> }))}
          value={locale}
          onChange={(chosen) => setPreferences({ locale: chosen })}
        />
        <ChoiceGroup
          legend={t('theme')}
          name="tampilan"
          choices={THEMES.map((value) => ({ value, label: t(value) }))}
          value={theme}
          onChange={(chosen) => setPreferences({ theme: chosen })}
        />
      </div>
    </section>
  )
}
