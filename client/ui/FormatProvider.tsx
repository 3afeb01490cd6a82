import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { createFormat, type Format } from './format.ts'

const FormatContext = createContext<Format>(createFormat('id'))

/** Numbers and dates in the language of the page. */
export const useFormat = (): Format => useContext(FormatContext)

export function FormatProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const format = useMemo(() => createFormat(locale), [locale])
  return <FormatContext value={format}>{children}</FormatContext>
}
