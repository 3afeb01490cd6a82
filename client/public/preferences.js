// Runs before the first paint, so that a chosen theme or language does not flash; see ui/preferences.ts.
try {
  const { theme, locale } = JSON.parse(localStorage.getItem('jejaring.preferences') ?? '{}')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  if (locale === 'id' || locale === 'en') document.documentElement.lang = locale
} catch {
  // Storage may be closed to this page; the defaults hold.
}
