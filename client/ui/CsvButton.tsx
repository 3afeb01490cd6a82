import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from './Button.tsx'
import { saveAs } from './csv.ts'
import { useAnnounce } from './LiveRegion.tsx'

interface CsvButtonProps {
  label: string
  busy: string
  failed: string
  /** Name of the file, with its ending. */
  file: string
  /** Gathers every row behind the table, not only those on the page. */
  build: () => Promise<string>
  /** Beside a heading rather than among the actions of a page. */
  quiet?: boolean
}

export function CsvButton({ label, busy, failed, file, build, quiet = false }: CsvButtonProps) {
  const announce = useAnnounce()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')

  const download = async () => {
    if (state === 'busy') return
    setState('busy')
    announce(busy)
    try {
      saveAs(file, await build())
      setState('idle')
    } catch {
      setState('failed')
      announce(failed)
    }
  }

  return (
    <Button
      look={quiet ? 'text' : 'outline'}
      className={quiet ? '-my-1.5 print:hidden' : 'print:hidden'}
      onClick={() => void download()}
      aria-disabled={state === 'busy' || undefined}
    >
      <Download size={quiet ? 14 : 16} strokeWidth={1.75} aria-hidden />
      {state === 'busy' ? busy : state === 'failed' ? failed : label}
    </Button>
  )
}
