import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from './Button.tsx'

interface PagerProps {
  /** Read out as the name of the navigation. */
  label: string
  page: number
  pages: number
  /** "Halaman 2 dari 5" */
  status: string
  previous: string
  next: string
  onPage: (page: number) => void
}

/** Leads through the pages of a long list; nothing where there is one page. */
export function Pager({ label, page, pages, status, previous, next, onPage }: PagerProps) {
  if (pages <= 1) return null
  return (
    <nav aria-label={label} className="pager print:hidden">
      <Button onClick={() => onPage(page - 1)} disabled={page <= 1}>
        <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
        <span className="max-md:sr-only">{previous}</span>
      </Button>
      <span className="flex-1 text-center text-ink-2">{status}</span>
      <Button onClick={() => onPage(page + 1)} disabled={page >= pages}>
        <span className="max-md:sr-only">{next}</span>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </Button>
    </nav>
  )
}
