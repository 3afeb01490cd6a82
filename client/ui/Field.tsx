import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'

interface Control {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Draws the control with the ids that tie it to its label, hint and error. */
  children: (control: Control) => ReactNode
}

/** Label above, hint and error below. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const hasError = error !== undefined && error !== null && error !== false
  const described = [hint ? `${id}-hint` : '', hasError ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': hasError || undefined })}
      {hint ? (
        <p id={`${id}-hint`} className="caption">
          {hint}
        </p>
      ) : null}
      {hasError ? (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert size={14} strokeWidth={1.75} className="mt-0.5 flex-none" aria-hidden />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  )
}
