import type { View } from '#client/api/view.ts'
import type { FigureId } from './figure-id.ts'
import { MethodButton } from './MethodButton.tsx'
import type { FigureSubject } from './records-behind.ts'

interface TitleWithMethodProps extends FigureSubject {
  title: string
  metric: FigureId
  view: View
  counts?: string | undefined
}

/** A finding as a title, with the method of its figures one click away. */
export function TitleWithMethod({ title, ...method }: TitleWithMethodProps) {
  // The sign stays with the last word, so that it never stands alone on a line.
  const cut = title.lastIndexOf(' ') + 1
  return (
    <h2 className="section-title">
      {title.slice(0, cut)}
      <span className="whitespace-nowrap">
        {title.slice(cut)} <MethodButton of={title} {...method} />
      </span>
    </h2>
  )
}
