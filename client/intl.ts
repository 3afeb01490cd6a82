import type { Locale } from '#shared/i18n/locales.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'

// Makes a misspelt key or a missing argument of a message a compile error.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
