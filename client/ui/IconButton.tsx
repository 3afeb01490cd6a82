import type { ComponentProps, ReactNode } from 'react'
import { buttonClass } from './button-class.ts'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Read out and shown as a tooltip: an icon never stands without a word. */
  label: string
  icon: ReactNode
}

export function IconButton({ label, icon, className = '', type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass('text', `btn-icon ${className}`)}
      aria-label={label}
      title={label}
      {...rest}
    >
      {icon}
    </button>
  )
}
