import './intl.ts'
import './styles/app.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/query-client.ts'
import { referenceQuery } from './api/reference.ts'
import { LanguageProvider, loadMessages, toLocale } from './routes/LanguageProvider.tsx'
import { createAppRouter } from './routes/router.tsx'
import { getPreferences } from './ui/preferences.ts'

const queries = createQueryClient()
const router = createAppRouter(queries)
const locale = toLocale(getPreferences().locale)

void queries.prefetchQuery(referenceQuery())
void router.load()
const messages = await loadMessages(locale)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider first={{ locale, messages }}>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)

void import('./routes/fetch-ahead.ts').then(
  ({ fetchAhead }) => fetchAhead(),
  () => undefined,
)
